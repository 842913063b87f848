namespace DiagCodec.Metrics.Detection;

/// <summary>
/// An upright box in pixels. Edges lie between pixels: the pixel of column 3 reaches from 3 to 4, so that a box of pixels 3 to 5 has
/// <see cref="Left"/> 3, <see cref="Right"/> 6 and width 3.
/// </summary>
/// <param name="Left">Left edge.</param>
/// <param name="Top">Upper edge.</param>
/// <param name="Right">Right edge, not below <paramref name="Left"/>.</param>
/// <param name="Bottom">Lower edge, not below <paramref name="Top"/>.</param>
public readonly record struct BoundingBox(double Left, double Top, double Right, double Bottom)
{
    public double Width => Right - Left;

    public double Height => Bottom - Top;

    public double Area => Width * Height;

    /// <summary>Shared area over joint area, 0 to 1; 0 where both boxes are empty.</summary>
    public double IntersectionOverUnion(BoundingBox other)
    {
        var width = Math.Min(Right, other.Right) - Math.Max(Left, other.Left);
        var height = Math.Min(Bottom, other.Bottom) - Math.Max(Top, other.Top);
        if (width <= 0 || height <= 0)
        {
            return 0;
        }

        var shared = width * height;
        return shared / (Area + other.Area - shared);
    }
}
