using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Phantom;

/// <summary>What two shapes share, the edge between them rounded over <paramref name="round"/> mm.</summary>
internal sealed class Intersection(Shape a, Shape b, double round) : Shape
{
    public override (Vector3 Low, Vector3 High) Bounds { get; } = (
        new(Math.Max(a.Bounds.Low.X, b.Bounds.Low.X), Math.Max(a.Bounds.Low.Y, b.Bounds.Low.Y), Math.Max(a.Bounds.Low.Z, b.Bounds.Low.Z)),
        new(Math.Min(a.Bounds.High.X, b.Bounds.High.X), Math.Min(a.Bounds.High.Y, b.Bounds.High.Y), Math.Min(a.Bounds.High.Z, b.Bounds.High.Z)));

    public override double Distance(Vector3 p)
    {
        var (first, second) = (a.Distance(p), b.Distance(p));
        var overlap = Math.Max(round - Math.Abs(first - second), 0) / round;
        return Math.Max(first, second) + (overlap * overlap * round / 4);
    }
}
