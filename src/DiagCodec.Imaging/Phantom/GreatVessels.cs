using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Phantom;

/// <summary>Aorta, lung arteries and veins, caval veins; and the gullet and airways between them.</summary>
internal sealed class GreatVessels(Patient patient)
{
    private const double SoftTissueHu = 42;
    private const double AirHu = -990;

    /// <summary>The aorta's wall towards the left, above the valve.</summary>
    public Vector3 LeftOstium => Root + (patient.Heart.Length(12) * new Vector3(0.9, 0, 0.3));

    public Vector3 RightOstium => Root + (patient.Heart.Length(12) * new Vector3(-0.35, -0.85, 0.3));

    private Vector3 Root => patient.Heart.Beside(-8, -4, 30);

    public IEnumerable<Organ> Airways()
    {
        var carina = patient.Body(-2, 24, 66);
        foreach (var (wall, hu) in new[] { (1.6, SoftTissueHu), (0.0, AirHu) })
        {
            yield return new(Line((8 + wall, patient.Body(-2, 18, 140)), (8 + wall, carina)), hu);
            yield return new(Line((6.5 + wall, carina), (5.5 + wall, patient.Body(-28, 28, 44)), (3.5 + wall, patient.Body(-48, 28, 22))), hu);
            yield return new(Line((6.5 + wall, carina), (5.5 + wall, patient.Body(34, 30, 42)), (3.5 + wall, patient.Body(54, 32, 24))), hu);
        }
    }

    public IEnumerable<Organ> Vessels()
    {
        var (right, left, heart) = (patient.RightContrast, patient.LeftContrast, patient.Heart);
        yield return new(Line((6, patient.Body(2, 40, 140)), (6.5, patient.Body(8, 44, 0)), (6, patient.Body(12, 40, -140))), SoftTissueHu);
        yield return new(Line((1.6, patient.Body(2, 40, 140)), (1.4, patient.Body(8, 44, 0)), (1.2, patient.Body(12, 40, -140))), -500);
        yield return new(Line((9, patient.Body(-32, -12, 140)), (9.5, heart.Beside(-50, 0, 20))), right + 90, Texture: 40);
        yield return new(Line((12, heart.Beside(-46, 12, -30)), (12, patient.Body(-28, 8, -140))), 110);

        var trunk = heart.Beside(14, -10, 56);
        yield return new(Line((14, heart.At(-30, 26, 24)), (14, heart.Beside(16, -24, 40)), (13, trunk)), right + 15);
        yield return new(Line((12, trunk), (10, heart.Beside(-20, 12, 52)), (8, patient.Body(-46, 16, 44)), (5, patient.Body(-66, 22, 30))), right + 10);
        yield return new(Line((12, trunk), (10, heart.Beside(26, 16, 60)), (7, patient.Body(54, 22, 44))), right + 10);
        foreach (var (side, up) in new[] { (-1, 24), (-1, -2), (1, 24), (1, 0) })
        {
            var lung = patient.Body(side > 0 ? 62 : -72, 34, up + 4);
            yield return new(Line((7, heart.Beside(-12 + (22 * side), 38, up * 0.6)), (4, lung)), left);
        }
    }

    public Organ Aorta()
    {
        var heart = patient.Heart;
        return new(
            Line(
                (11.5, heart.Beside(-4, -6, 16)),
                (15, Root),
                (14.5, heart.Beside(-18, -10, 58)),
                (14, patient.Body(-12, -4, 88)),
                (13, patient.Body(2, 14, 102)),
                (12.5, patient.Body(20, 38, 98)),
                (12, patient.Body(30, 52, 78)),
                (11.5, patient.Body(29, 54, 0)),
                (11, patient.Body(24, 52, -140))),
            patient.LeftContrast,
            PhantomLabel.Aorta,
            4);
    }

    private static Tube Line(params ReadOnlySpan<(double Radius, Vector3 Centre)> points)
    {
        var line = new List<TubePoint>();
        foreach (var (radius, centre) in points)
        {
            line.Add(new(centre, radius));
        }

        return new(line);
    }
}
