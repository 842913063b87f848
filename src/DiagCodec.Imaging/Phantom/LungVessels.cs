using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Phantom;

/// <summary>The arteries, veins and airways of one lung.</summary>
internal sealed class LungVessels(Patient patient, Shape lung, int side)
{
    private const double AirHu = -985;
    private const double WallHu = -40;

    public IEnumerable<Organ> Organs()
    {
        var (right, left) = (patient.RightContrast, patient.LeftContrast);
        foreach (var twig in Tree(new(side * 60, 26, 24), 1000, 0.56, 0))
        {
            yield return new(twig, Math.Min(20 + right, 330));
        }

        foreach (var twig in Tree(new(side * 60, 36, 8), 800, 0.54, 1))
        {
            yield return new(twig, left - 60);
        }

        var airways = Tree(new(side * 50, 30, 24), 60, 1, 2).Concat(MainBronchus()).ToList();
        foreach (var airway in airways)
        {
            yield return new(new Grown(airway, 0.9), WallHu);
        }

        foreach (var airway in airways)
        {
            yield return new(airway, AirHu);
        }
    }

    private List<Tube> Tree(Vector3 hilum, int twigs, double thinnest, int kind)
    {
        var random = new PhantomRandom(patient.Seed, 40 + (side * 10) + kind);
        var s = patient.BodyScale;
        var leaves = new List<Vector3>();
        for (var tries = 0; leaves.Count < twigs && tries < 40 * twigs; tries++)
        {
            var p = s * new Vector3(side * random.Range(5, 130), random.Range(-85, 85), random.Range(-105, 125));
            if (lung.Distance(p) < (kind == 2 ? -20 : -3))
            {
                leaves.Add(p);
            }
        }

        return SpaceTree.Grow(s * hilum, leaves, thinnest, random);
    }

    private IEnumerable<Tube> MainBronchus()
    {
        TubePoint[] points =
        [
            new(patient.Body(-2, 18, 140), 8),
            new(patient.Body(-2, 23, 70), 8),
            new(patient.Body(side * 16, 26, 56), 6.5),
            new(patient.Body(side * 36, 29, 38), 5.5),
            new(patient.Body(side * 50, 30, 24), 4.2),
        ];
        yield return new(Curve.Through(points, 6));
    }
}
