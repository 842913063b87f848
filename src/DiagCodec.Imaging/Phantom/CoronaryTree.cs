using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Phantom;

/// <summary>Tapering, branching arteries in the fat on the heart's surface, from the aortic root, with their plaques.</summary>
internal sealed class CoronaryTree
{
    private const double WallHu = 30;
    private const double Wall = 0.6;

    private readonly Patient _patient;
    private readonly SurfaceWalk _walk;
    private readonly PhantomRandom _random;
    private readonly List<Artery> _arteries = [];
    private readonly double _calibre;

    private CoronaryTree(Patient patient, Heart heart)
    {
        _patient = patient;
        _walk = new(patient, heart);
        _random = new(patient.Seed, 3);
        _calibre = _random.Range(0.88, 1.12);
    }

    public IReadOnlyList<Artery> Arteries => _arteries;

    public IReadOnlyList<Organ> Plaques { get; private set; } = [];

    public static CoronaryTree Grow(Patient patient, Heart heart, GreatVessels vessels)
    {
        var tree = new CoronaryTree(patient, heart);
        var routes = CoronaryRoutes.For(CoronaryRoutes.IsRightDominant(tree._random)).OrderBy(r => r.Parent is null ? 0 : r.Parent == "LM" ? 1 : 2);
        foreach (var route in routes)
        {
            var drawn = tree._random.Range(0, 1);
            if (drawn < route.Chance)
            {
                tree.Follow(route, vessels);
            }
        }

        tree.Plaques = new PlaqueGrowth(patient).Afflict(tree._arteries);
        return tree;
    }

    public IEnumerable<Organ> Organs()
    {
        foreach (var artery in _arteries)
        {
            yield return new(new Grown(artery.Healthy, Wall), WallHu);
        }

        foreach (var plaque in Plaques)
        {
            yield return plaque;
        }

        foreach (var artery in _arteries)
        {
            yield return new(artery.Lumen, _patient.LeftContrast - 5, PhantomLabel.CoronaryLumen);
        }
    }

    private void Follow(CoronaryRoute route, GreatVessels vessels)
    {
        var (start, end) = (route.StartRadius * _calibre, route.EndRadius * _calibre);
        var points = route.Points.Select(p => _patient.Heart.At(p.X + Jitter(), p.Y + Jitter(), p.Z + Jitter())).ToList();
        var parent = _arteries.Find(a => a.Name == route.Parent);
        var line = _walk.Through(points, start);
        if (parent is null)
        {
            Lead(line, vessels.Ostium(line[0]));
        }
        else
        {
            // Leave the parent where it comes nearest; the last point of the left main is where both its daughters begin.
            var fork = parent.Name == "LM" ? parent.Count - 1 : parent.Nearest(line[0]);
            start = Math.Min(start, 0.92 * parent.HealthyRadius(fork));
            line.RemoveRange(0, Math.Min(line.Count - 2, 2));
            Lead(line, parent.At(fork));
        }

        var artery = new Artery(route.Name, line, t => start + (t * (Math.Min(end, start) - start)));
        _arteries.Add(artery);
        for (var i = 0; i < route.Twigs; i++)
        {
            Twig(artery, i, route.Twigs);
        }

        for (var i = 0; route.Name == "LAD" && i < 4; i++)
        {
            var at = (int)(line.Count * (0.15 + (0.13 * i) + _random.Range(0, 0.08)));
            _arteries.Add(new($"S{i + 1}", _walk.Dive(line[at], artery.Along(at), _random.Range(10, 22), _random), t => 0.65 - (0.15 * t)));
        }
    }

    private double Jitter() => _random.Range(-2.6, 2.6);

    private void Twig(Artery parent, int index, int count)
    {
        var at = (int)(parent.Count * (0.25 + (0.65 * (index + _random.Range(0, 0.8)) / count)));
        var side = _random.Range(-1, 1) < 0 ? -1 : 1;
        var direction = parent.Along(at) + (side * _random.Range(0.6, 1.4) * _walk.Aside(parent.At(at), parent.Along(at)));
        var radius = Math.Min(0.7 * parent.HealthyRadius(at), 0.8);
        var line = _walk.Roam(parent.At(at), direction, _random.Range(12, 34), radius, _random);
        _arteries.Add(new($"{parent.Name}-{index + 1}", line, t => radius + (t * (0.48 - radius))));
    }

    /// <summary>From the aorta's or the parent's inside to the line's beginning.</summary>
    private static void Lead(List<Vector3> line, Vector3 from)
    {
        var way = line[0] - from;
        var count = Math.Max(1, (int)(way.Length / SurfaceWalk.Step));
        line.InsertRange(0, Enumerable.Range(0, count).Select(k => from + (k / (double)count * way)));
    }
}
