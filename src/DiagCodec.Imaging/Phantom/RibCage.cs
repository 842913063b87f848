using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Phantom;

/// <summary>Ribs: bars along an ellipse, one above the other, falling from back to front.</summary>
/// <param name="wall">The ellipse that runs through their middle.</param>
/// <param name="scale">The patient's.</param>
/// <param name="inset">Moves the surface inwards, for the marrow.</param>
/// <param name="front">Cartilage: the part in front; else the bony part behind it.</param>
internal sealed class RibCage(Column wall, double scale, double inset, bool front) : Shape
{
    /// <summary>Rise from rib to rib, and how much a rib falls per mm towards the front.</summary>
    private const double Pitch = 25;
    private const double Slope = 0.55;
    private const double CartilageFrom = -58;

    public override (Vector3 Low, Vector3 High) Bounds { get; } = new Grown(wall, 6).Bounds;

    public override double Distance(Vector3 p)
    {
        if (front != p.Y < CartilageFrom * scale)
        {
            return 1;
        }

        var u = (p.Z + (Slope * -p.Y)) / (Pitch * scale);
        var fall = (u - Math.Floor(u) - 0.5) * Pitch * scale / 1.14;
        var off = wall.Distance(p);

        // A bar twice as high as thick; distance to first order.
        var (a, b) = (off / 3.6, fall / 6.5);
        var level = Math.Sqrt((a * a) + (b * b));
        var (ga, gb) = (a / 3.6, b / 6.5);
        return (level > 1e-9 ? level * (level - 1) / Math.Sqrt((ga * ga) + (gb * gb)) : -3.6) + inset;
    }
}
