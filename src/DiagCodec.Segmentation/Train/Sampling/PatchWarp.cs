namespace DiagCodec.Segmentation.Train.Sampling;

/// <summary>
/// Patch pixel to image pixel: centre + [XU XV; YU YV] * (patch position - patch centre), in pixels whose centres are whole
/// numbers.
/// </summary>
/// <param name="CentreX">Image column of the patch's centre.</param>
/// <param name="CentreY">Image row of the patch's centre.</param>
/// <param name="XU">Image columns per patch column.</param>
/// <param name="XV">Image columns per patch row.</param>
/// <param name="YU">Image rows per patch column.</param>
/// <param name="YV">Image rows per patch row.</param>
public readonly record struct PatchWarp(double CentreX, double CentreY, double XU, double XV, double YU, double YV)
{
    /// <summary>Rotation, zoom and flips drawn at random.</summary>
    public static PatchWarp Draw(double centreX, double centreY, AugmentationOptions options, Random random)
    {
        var angle = Even(random, options.Rotation);
        var zoom = Math.Exp(Even(random, options.LogZoom));
        var (c, s) = (Math.Cos(angle) * zoom, Math.Sin(angle) * zoom);
        var flipU = random.NextDouble() < options.FlipColumns ? -1 : 1;
        var flipV = random.NextDouble() < options.FlipRows ? -1 : 1;
        return new(centreX, centreY, c * flipU, -s * flipV, s * flipU, c * flipV);
    }

    /// <summary>Bilinear samples; 0 outside the image, as inference pads.</summary>
    /// <param name="image">columns * rows values, 0 to 65535 for 0 to 1.</param>
    /// <param name="columns">Width of the image.</param>
    /// <param name="rows">Height of the image.</param>
    /// <param name="patch">size * size values.</param>
    /// <param name="size">Width and height of the patch.</param>
    public void Image(ReadOnlySpan<ushort> image, int columns, int rows, Span<float> patch, int size)
    {
        for (var v = 0; v < size; v++)
        {
            for (var u = 0; u < size; u++)
            {
                var (x, y) = At(u, v, size);
                var (left, top) = ((int)Math.Floor(x), (int)Math.Floor(y));
                var (fx, fy) = ((float)(x - left), (float)(y - top));
                var upper = (Pixel(image, columns, rows, left, top) * (1 - fx)) + (Pixel(image, columns, rows, left + 1, top) * fx);
                var lower = (Pixel(image, columns, rows, left, top + 1) * (1 - fx)) + (Pixel(image, columns, rows, left + 1, top + 1) * fx);
                patch[(v * size) + u] = ((upper * (1 - fy)) + (lower * fy)) / Input.InputPlanes.Scale;
            }
        }
    }

    /// <summary>The nearest pixel's class; background outside the image.</summary>
    public void Labels(ReadOnlySpan<byte> labels, int columns, int rows, Span<long> patch, int size)
    {
        for (var v = 0; v < size; v++)
        {
            for (var u = 0; u < size; u++)
            {
                var (x, y) = At(u, v, size);
                var (column, row) = ((int)Math.Floor(x + 0.5), (int)Math.Floor(y + 0.5));
                var inside = (uint)column < (uint)columns && (uint)row < (uint)rows;
                patch[(v * size) + u] = inside ? labels[(row * columns) + column] : 0;
            }
        }
    }

    private (double X, double Y) At(int u, int v, int size)
    {
        var (du, dv) = (u - ((size - 1) / 2.0), v - ((size - 1) / 2.0));
        return (CentreX + (XU * du) + (XV * dv), CentreY + (YU * du) + (YV * dv));
    }

    private static float Pixel(ReadOnlySpan<ushort> image, int columns, int rows, int x, int y) =>
        (uint)x < (uint)columns && (uint)y < (uint)rows ? image[(y * columns) + x] : 0;

    private static double Even(Random random, double range) => range * ((2 * random.NextDouble()) - 1);
}
