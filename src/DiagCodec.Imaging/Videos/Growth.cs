using DiagCodec.Imaging.Phantom;

namespace DiagCodec.Imaging.Videos;

/// <summary>Something on the ground with an irregular outline: a bush, a rock, or a tree's crown with its trunk.</summary>
/// <param name="X">Of the middle, units.</param>
/// <param name="Y">Of the middle, units.</param>
/// <param name="Radius">Mean, units.</param>
/// <param name="Flat">Width relative to height.</param>
/// <param name="Trunk">Length of the trunk below, 0 where there is none.</param>
/// <param name="Grey">Mean.</param>
/// <param name="Leaves">Strength of the texture.</param>
/// <param name="Texture">Of the surface.</param>
/// <param name="Outline">Bends the outline.</param>
internal sealed record Growth(
    double X, double Y, double Radius, double Flat, double Trunk, double Grey, double Leaves, FractalNoise Texture, FractalNoise Outline)
{
    /// <param name="seed">Of textures.</param>
    /// <param name="random">Of all else.</param>
    /// <param name="x">Of the foot's middle.</param>
    /// <param name="foot">y where it meets the ground.</param>
    /// <param name="size">Radius of a bush there.</param>
    /// <param name="ground">Mean grey of the ground.</param>
    public static Growth Of(int seed, PhantomRandom random, double x, double foot, double size, double ground)
    {
        var (kind, tone) = (random.Range(0, 1), random.Range(0, 1));
        var outline = new FractalNoise(seed + 7, 0.8 * size, 4, 0.6);
        var leaves = new FractalNoise(seed, 12, 3, 0.9);
        return kind switch
        {
            < 0.5 => new(x, foot - (0.7 * size), size, 1.3, 0, ground - 15 - (45 * tone), 20, leaves, outline),
            < 0.75 => new(x, foot - (2.4 * size), 1.2 * size, 0.9, 2.4 * size, ground - 25 - (35 * tone), 22, leaves, outline),
            _ => new(x, foot - (0.5 * size), 0.7 * size, 1.5, 0, ground - 30 + (80 * tone), 7, new FractalNoise(seed, 20, 4, 0.7), outline),
        };
    }

    public void Paint(Canvas canvas)
    {
        var soft = canvas.Pixel;
        if (Trunk > 0)
        {
            var half = 0.11 * Radius;
            canvas.Paint(X - (2 * half), Y, X + (2 * half), Y + Trunk, (x, y) =>
            {
                var side = (x - X - (0.4 * half * Texture.At(y, 3))) / half;
                return (Grey - 8 - (14 * side) + (8 * Texture.At(4 * x, y)), Math.Clamp(0.5 + ((1 - Math.Abs(side)) * half / soft), 0, 1));
            });
        }

        var reach = 1.7 * Radius * Math.Max(Flat, 1);
        canvas.Paint(X - reach, Y - reach, X + reach, Y + reach, (x, y) =>
        {
            var (u, v) = ((x - X) / (Radius * Flat), (y - Y) / Radius);
            var inside = 1 + (0.3 * Outline.At(x, y)) - Math.Sqrt((u * u) + (v * v));
            return inside <= -soft
                ? (0, 0)
                : (Grey - (16 * v) + (Leaves * Texture.At(x, y)), Math.Clamp(0.5 + (inside * Radius / soft), 0, 1));
        });
    }
}
