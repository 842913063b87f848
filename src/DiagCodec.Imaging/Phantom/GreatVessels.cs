using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Phantom;

/// <summary>Aorta, lung arteries and veins, caval veins; and the gullet beside them.</summary>
internal sealed class GreatVessels(Patient patient)
{
    private const double SoftTissueHu = 42;
    private const double RootRadius = 14.5;

    /// <summary>The middle of the aorta's root, a little above the valve.</summary>
    public Vector3 Root => patient.Heart.Beside(-8, -4, 30);

    /// <summary>A point just inside the root's wall on the way to <paramref name="artery"/>.</summary>
    public Vector3 Ostium(Vector3 artery)
    {
        var way = artery - Root;
        return Root + ((RootRadius - 2) * new Vector3(way.X, way.Y, way.Z * 0.4).Normalised());
    }

    public IEnumerable<Organ> Vessels()
    {
        var (right, left, heart) = (patient.RightContrast, patient.LeftContrast, patient.Heart);
        yield return new(Line((6.5, patient.Body(2, 40, 140)), (7, patient.Body(7, 45, 0)), (6.5, patient.Body(12, 38, -140))), SoftTissueHu, Texture: 12);
        yield return new(Line((1.6, patient.Body(3, 40, 140)), (0.6, patient.Body(7, 44, 30)), (1.8, patient.Body(7, 45, 0)), (0.5, patient.Body(12, 40, -50))), -450);
        yield return new(Line((3.6, patient.Body(-11, 50, 140)), (3.4, patient.Body(-9, 51, -140))), 90); // azygos
        yield return new(Line((9, patient.Body(-32, -10, 140)), (10, heart.Beside(-46, 2, 52)), (10, heart.Beside(-48, 2, 20))), right + 70, Texture: 70);
        yield return new(Line((12, heart.Beside(-46, 12, -26)), (13, heart.Beside(-38, 16, -60)), (13, patient.Body(-26, 12, -140))), 115, Texture: 30);
        yield return new(Line((3, heart.At(-25, -42, -6)), (4, heart.At(-25, -24, -27)), (5, heart.At(-25, 6, -30))), 60 + (right * 0.5)); // coronary sinus
        foreach (var side in new[] { -1, 1 })
        {
            yield return new(Line((1.3, patient.Body(side * 17, -80, 140)), (1.1, patient.Body(side * 19, -79, 0)), (1, patient.Body(side * 22, -76, -140))), left - 40);
        }

        foreach (var (side, up) in new[] { (-1, 22), (-1, -4), (1, 22), (1, -2) })
        {
            var lung = patient.Body(side > 0 ? 60 : -66, 36, up + 2);
            yield return new(Line((8.5, heart.Beside(-12 + (18 * side), 36, 8 + (up * 0.4))), (7, heart.Beside(-12 + (34 * side), 38, up * 0.8)), (4.5, lung)), left, PhantomLabel.Chambers);
        }

        foreach (var artery in LungArteries())
        {
            yield return new(new Grown(artery, 1.2), SoftTissueHu);
        }
    }

    /// <summary>The blood in the lung arteries, which opens into the right ventricle's outflow: to be painted after the heart.</summary>
    public IEnumerable<Organ> LungArteryBlood() =>
        LungArteries().Select((artery, i) => new Organ(artery, patient.RightContrast + 10, i == 0 ? PhantomLabel.Chambers : PhantomLabel.Background));

    /// <summary>Its wall first, the blood at the very end, so that the arteries open into it.</summary>
    public IEnumerable<Organ> Aorta(bool wall)
    {
        var heart = patient.Heart;
        (double Radius, Vector3 Centre)[] valve = wall ? [] : [(11.5, heart.Beside(-5, -5, 18))];
        var tube = Line(
        [
            .. valve,
            (RootRadius + 1, Root),
            (RootRadius, heart.Beside(-16, -9, 52)),
            (14.5, heart.Beside(-20, -10, 70)),
            (14, patient.Body(-12, -4, 92)),
            (13, patient.Body(2, 14, 106)),
            (12.5, patient.Body(20, 38, 100)),
            (12, patient.Body(29, 50, 78)),
            (11.5, patient.Body(27, 53, 0)),
            (11, patient.Body(21, 50, -140)),
        ]);
        yield return wall
            ? new(new Grown(tube, 1.4), SoftTissueHu + 8)
            : new(tube, patient.LeftContrast, PhantomLabel.Aorta, 5);
    }

    private Tube[] LungArteries()
    {
        var heart = patient.Heart;
        var trunk = heart.Beside(14, -8, 56);
        return
        [
            Line((14, heart.Beside(12, -26, 27)), (14, heart.Beside(16, -20, 44)), (13, trunk)),
            Line((12, trunk), (10.5, heart.Beside(-14, 14, 54)), (9, patient.Body(-44, 18, 46)), (5.5, patient.Body(-62, 24, 26))),
            Line((12, trunk), (10.5, heart.Beside(24, 14, 60)), (8, patient.Body(50, 26, 46)), (5.5, patient.Body(58, 34, 18))),
        ];
    }

    private static Tube Line(params ReadOnlySpan<(double Radius, Vector3 Centre)> points)
    {
        var line = new List<TubePoint>();
        foreach (var (radius, centre) in points)
        {
            line.Add(new(centre, radius));
        }

        return new(Curve.Through(line, 6));
    }
}
