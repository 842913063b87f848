using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Phantom;

/// <summary>One lung: the inside of the chest on its side of the mediastinum.</summary>
/// <param name="chest">The inside of the rib cage.</param>
/// <param name="side">1: left, -1: right.</param>
/// <param name="scale">The patient's.</param>
internal sealed class Lung(Column chest, int side, double scale) : Shape
{
    public override (Vector3 Low, Vector3 High) Bounds { get; } = side > 0
        ? (chest.Bounds.Low with { X = 0 }, chest.Bounds.High)
        : (chest.Bounds.Low, chest.Bounds.High with { X = 0 });

    public override double Distance(Vector3 p)
    {
        // The mediastinum is narrow behind the breastbone, widest at the hila and narrow again beside the spine.
        var y = Math.Clamp(p.Y / (78 * scale), -1, 1);
        var half = scale * (8 + (19 * (1 - (y * y)) * (1 - (0.3 * y))));
        var outside = half - (side * p.X);
        var wall = chest.Distance(p);

        // A rounded edge where both meet.
        var overlap = Math.Max(8 - Math.Abs(outside - wall), 0) / 8;
        return Math.Max(outside, wall) + (overlap * overlap * 2);
    }
}
