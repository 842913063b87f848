using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Phantom;

/// <summary>Ribs: bars along an ellipse, one above the other, falling from the spine round the side to the front.</summary>
/// <param name="wall">The ellipse that runs through their middle.</param>
/// <param name="scale">The patient's.</param>
/// <param name="inset">Moves the surface inwards, for the marrow.</param>
/// <param name="front">Cartilage: the part in front; else the bony part behind it.</param>
internal sealed class RibCage(Column wall, double scale, double inset, bool front) : Shape
{
    private const double Pitch = 26;

    /// <summary>How far a rib falls on its way from the spine to the breastbone, mm.</summary>
    private const double Fall = 118;

    /// <summary>Share of the way where bone ends and cartilage begins.</summary>
    private const double CartilageFrom = 0.77;

    private const double HalfThickness = 3.7;
    private const double HalfHeight = 6.8;

    public override (Vector3 Low, Vector3 High) Bounds { get; } = new Grown(wall, 6).Bounds;

    public override double Distance(Vector3 p)
    {
        var (x, y) = (Math.Abs(p.X) / (134 * scale), p.Y / (86 * scale));
        var way = 0.5 * (1 - (y / (x + Math.Abs(y) + 1e-6)));
        if (front != way > CartilageFrom || (!front && way < 0.08))
        {
            return 1;
        }

        // Left and right ribs are seldom level.
        var u = ((p.Z + (p.X > 0 ? 4 : 0)) / (Pitch * scale)) + (Fall / Pitch * way);
        var fall = (u - Math.Floor(u) - 0.5) * Pitch * scale / 1.08;
        var (a, b) = (wall.Distance(p) / HalfThickness, fall / HalfHeight);
        var level = Math.Sqrt((a * a) + (b * b));
        var (ga, gb) = (a / HalfThickness, b / HalfHeight);

        // A bar twice as high as thick; distance to first order.
        return (level > 1e-9 ? level * (level - 1) / Math.Sqrt((ga * ga) + (gb * gb)) : -HalfThickness) + inset;
    }
}
