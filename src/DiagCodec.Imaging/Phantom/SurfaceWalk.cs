using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Phantom;

/// <summary>Lines that lie in the fat on the heart's muscle.</summary>
internal sealed class SurfaceWalk(Patient patient, Heart heart)
{
    /// <summary>mm between points of a line.</summary>
    public const double Step = 1;

    /// <summary>How far off the muscle a centre line runs, mm; the large arteries lie higher.</summary>
    private const double Height = 1.3;

    private readonly SolidNoise _slow = new(patient.Seed + 17, 15);
    private readonly SolidNoise _quick = new(patient.Seed + 18, 6);

    /// <summary>Through given points, wandering; branches wander like their parents where they leave them.</summary>
    public List<Vector3> Through(IReadOnlyList<Vector3> points, double radius) =>
        [.. Curve.Through([.. points.Select(p => new TubePoint(p, 1))], Step).Select(p => OnSurface(Wandered(p.Centre), radius))];

    /// <summary>At random from a point in a direction.</summary>
    public List<Vector3> Roam(Vector3 from, Vector3 direction, double length, double radius, PhantomRandom random)
    {
        var line = new List<Vector3> { from };
        for (var way = 0.0; way < length; way += Step)
        {
            var turn = 0.3 * new Vector3(random.Range(-1, 1), random.Range(-1, 1), random.Range(-1, 1));
            direction = Level(line[^1], direction + turn);
            line.Add(OnSurface(line[^1] + (Step * direction), radius));
        }

        return line;
    }

    /// <summary>From the surface into the muscle.</summary>
    public List<Vector3> Dive(Vector3 from, Vector3 along, double length, PhantomRandom random)
    {
        var line = new List<Vector3> { from };
        var direction = ((-1 * heart.Surface.Normal(from)) + (0.4 * along)).Normalised();
        for (var way = 0.0; way < length; way += Step)
        {
            direction = (direction + (0.15 * new Vector3(random.Range(-1, 1), random.Range(-1, 1), random.Range(-1, 1)))).Normalised();
            line.Add(line[^1] + (Step * direction));
        }

        return line;
    }

    /// <summary>Turned into the surface.</summary>
    public Vector3 Level(Vector3 at, Vector3 direction)
    {
        var normal = heart.Surface.Normal(at);
        return (direction - (direction.Dot(normal) * normal)).Normalised();
    }

    /// <summary>To one side within the surface.</summary>
    public Vector3 Aside(Vector3 at, Vector3 along) => heart.Surface.Normal(at).Cross(along).Normalised();

    private Vector3 Wandered(Vector3 p) => p + (3.2 * Field(_slow, p)) + (1.1 * Field(_quick, p));

    private static Vector3 Field(SolidNoise noise, Vector3 p) =>
        new(noise.At(p.X, p.Y, p.Z), noise.At(p.Y + 100, p.Z, p.X), noise.At(p.Z, p.X + 200, p.Y));

    private Vector3 OnSurface(Vector3 p, double radius)
    {
        for (var i = 0; i < 10; i++)
        {
            p += (Height + radius - heart.Surface.Distance(p)) * heart.Surface.Normal(p);
        }

        return p;
    }
}
