using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Phantom;

/// <summary>One coronary artery: its centre line, and its radius with and without plaque.</summary>
internal sealed class Artery(string name, List<Vector3> line, Func<double, double> healthy)
{
    /// <summary>mm. Less could not be seen, and would tear the lumen into pieces.</summary>
    public const double ThinnestLumen = 0.45;

    private readonly double[] _open = [.. Enumerable.Repeat(1.0, line.Count)];
    private Tube? _healthy;

    public string Name { get; } = name;

    /// <summary>Not one of the septals, which run within the muscle.</summary>
    public bool OnSurface => Name[0] != 'S';

    public int Count => line.Count;

    /// <summary>The artery as it was before any plaque.</summary>
    public Tube Healthy => _healthy ??= new([.. Enumerable.Range(0, line.Count).Select(i => new TubePoint(line[i], HealthyRadius(i)))]);

    public Tube Lumen => new([.. Enumerable.Range(0, line.Count).Select(i => new TubePoint(line[i], Radius(i)))]);

    public double Length => Enumerable.Range(1, line.Count - 1).Sum(i => (line[i] - line[i - 1]).Length);

    public Vector3 At(int index) => line[index];

    /// <summary>Unit vector along the artery.</summary>
    public Vector3 Along(int index) => (line[Math.Min(index + 1, line.Count - 1)] - line[Math.Max(index - 1, 0)]).Normalised();

    public double HealthyRadius(int index) => healthy(index / (double)(line.Count - 1));

    public double Radius(int index) => Math.Max(HealthyRadius(index) * _open[index], Math.Min(ThinnestLumen, HealthyRadius(index)));

    /// <summary>Takes a share of the diameter away.</summary>
    public void Narrow(int index, double share) => _open[index] = Math.Min(_open[index], 1 - share);

    /// <summary>The point of the line nearest to <paramref name="p"/>.</summary>
    public int Nearest(Vector3 p) => Enumerable.Range(0, line.Count).MinBy(i => (line[i] - p).Length);
}
