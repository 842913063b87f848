using DiagCodec.Imaging.Phantom;

namespace DiagCodec.Imaging.Videos;

/// <summary>The land with houses, trees, bushes and rocks, which stand still.</summary>
internal static class Backdrop
{
    /// <param name="land">What they stand on.</param>
    /// <param name="width">Of a frame, units.</param>
    /// <param name="scale">Pixels of a frame for a unit.</param>
    /// <param name="seed">The scene.</param>
    public static Canvas Paint(Land land, double width, double scale, int seed)
    {
        var canvas = new Canvas(1.9 * width, 1.6 * Unit.Height, 1.5 * scale);
        var (right, bottom) = (canvas.Width / 2, canvas.Height / 2);
        canvas.Paint(-right, -bottom, right, bottom, (x, y) => (land.GreyAt(x, y), 1));
        var random = new PhantomRandom(seed, 5);
        if (land.Horizon > -bottom && random.Range(0, 1) < 0.55)
        {
            for (var left = -right; left < right; left += random.Range(20, 160))
            {
                House.Paint(canvas, land, left, random);
            }
        }

        var (plants, top) = ((int)random.Range(4, 20), Math.Max(land.Horizon, -bottom));
        for (var i = 0; i < plants; i++)
        {
            // From far to near, so that the nearer ones hide the others.
            var foot = top + 8 + ((bottom - top - 8) * (i + random.Range(0, 1)) / plants);
            var size = (7 + (0.12 * (foot - top))) * random.Range(0.5, 1.4);
            Growth.Of(seed + (97 * i), random, random.Range(-right, right), foot, size, land.Ground).Paint(canvas);
        }

        return canvas;
    }
}
