using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Phantom;

/// <summary>Tapering, branching arteries in the fat on the heart's surface, from the aortic root.</summary>
internal sealed class CoronaryTree(Patient patient, Heart heart, Vector3 leftOstium, Vector3 rightOstium)
{
    /// <summary>mm between points of a centre line.</summary>
    private const double Step = 1.5;

    /// <summary>How far off the muscle the centre lines run, mm.</summary>
    private const double Height = 2.6;

    private readonly SolidNoise _wander = new(patient.Seed + 17, 14);

    public IEnumerable<Organ> Organs()
    {
        foreach (var route in CoronaryRoutes.All)
        {
            var line = CentreLine(route);
            var points = new List<TubePoint>();
            for (var i = 0; i < line.Count; i++)
            {
                var t = i / (double)(line.Count - 1);
                points.Add(new(line[i], route.StartRadius + (t * (route.EndRadius - route.StartRadius))));
            }

            yield return new(new Tube(points), patient.LeftContrast, PhantomLabel.CoronaryLumen);
        }
    }

    private List<Vector3> CentreLine(CoronaryRoute route)
    {
        var controls = route.Points.Select(p => patient.Heart.At(p.X, p.Y, p.Z)).ToList();
        var line = new List<Vector3>();
        for (var i = 0; i + 1 < controls.Count; i++)
        {
            var (before, after) = (controls[Math.Max(i - 1, 0)], controls[Math.Min(i + 2, controls.Count - 1)]);
            var count = Math.Max(2, (int)((controls[i + 1] - controls[i]).Length / Step));
            for (var k = 0; k < count; k++)
            {
                line.Add(OnSurface(Wandered(Spline(before, controls[i], controls[i + 1], after, k / (double)count))));
            }
        }

        line.Add(OnSurface(Wandered(controls[^1])));
        if (route.Origin != CoronaryOrigin.Branch)
        {
            Lead(line, route.Origin == CoronaryOrigin.LeftOstium ? leftOstium : rightOstium);
        }

        return line;
    }

    /// <summary>From the aorta's wall down to the surface.</summary>
    private static void Lead(List<Vector3> line, Vector3 ostium)
    {
        var way = line[0] - ostium;
        var count = Math.Max(2, (int)(way.Length / Step));
        line.InsertRange(0, Enumerable.Range(0, count).Select(k => ostium + (k / (double)count * way)));
    }

    /// <summary>Arteries are not drawn with a ruler; branches wander like their parents where they leave them.</summary>
    private Vector3 Wandered(Vector3 p) =>
        p + (3 * new Vector3(_wander.At(p.X, p.Y, p.Z), _wander.At(p.Y + 100, p.Z, p.X), _wander.At(p.Z, p.X + 200, p.Y)));

    private Vector3 OnSurface(Vector3 p)
    {
        for (var i = 0; i < 12; i++)
        {
            p += (Height - heart.Surface.Distance(p)) * heart.Surface.Normal(p);
        }

        return p;
    }

    /// <summary>Catmull-Rom between <paramref name="b"/> and <paramref name="c"/>.</summary>
    private static Vector3 Spline(Vector3 a, Vector3 b, Vector3 c, Vector3 d, double t)
    {
        var (t2, t3) = (t * t, t * t * t);
        return ((0.5 * ((2 * t2) - t3 - t)) * a) + ((0.5 * ((3 * t3) - (5 * t2) + 2)) * b)
            + ((0.5 * ((4 * t2) - (3 * t3) + t)) * c) + ((0.5 * (t3 - t2)) * d);
    }
}
