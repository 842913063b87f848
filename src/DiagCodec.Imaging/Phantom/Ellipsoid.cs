using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Phantom;

/// <summary>An ellipsoid with any pose.</summary>
/// <param name="centre">Its middle.</param>
/// <param name="u">Unit vectors of its axes.</param>
/// <param name="v">At right angles to <paramref name="u"/>.</param>
/// <param name="w">At right angles to both.</param>
/// <param name="radii">Half the lengths of the axes, mm.</param>
internal sealed class Ellipsoid(Vector3 centre, Vector3 u, Vector3 v, Vector3 w, Vector3 radii) : Shape
{
    public Ellipsoid(Vector3 centre, Vector3 radii)
        : this(centre, new(1, 0, 0), new(0, 1, 0), new(0, 0, 1), radii)
    {
    }

    public override (Vector3 Low, Vector3 High) Bounds { get; } = Box(centre, radii.X * u, radii.Y * v, radii.Z * w);

    public override double Distance(Vector3 p)
    {
        var from = p - centre;
        var (a, b, c) = (from.Dot(u) / radii.X, from.Dot(v) / radii.Y, from.Dot(w) / radii.Z);
        var level = Math.Sqrt((a * a) + (b * b) + (c * c));
        var (ga, gb, gc) = (a / radii.X, b / radii.Y, c / radii.Z);
        var gradient = Math.Sqrt((ga * ga) + (gb * gb) + (gc * gc));

        // First order: (level - 1) / |gradient of level|; at the very centre there is no gradient.
        return gradient > 1e-9 ? level * (level - 1) / gradient : -Math.Min(radii.X, Math.Min(radii.Y, radii.Z));
    }

    private static (Vector3 Low, Vector3 High) Box(Vector3 centre, Vector3 a, Vector3 b, Vector3 c)
    {
        var extent = new Vector3(new Vector3(a.X, b.X, c.X).Length, new Vector3(a.Y, b.Y, c.Y).Length, new Vector3(a.Z, b.Z, c.Z).Length);
        return (centre - extent, centre + extent);
    }
}
