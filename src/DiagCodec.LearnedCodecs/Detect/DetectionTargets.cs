using DiagCodec.Metrics.Detection;

namespace DiagCodec.LearnedCodecs.Detect;

/// <summary>What a detector should say of images, cell by cell.</summary>
/// <param name="Heat">images * classes * cells: 1 at a box's centre, falling off round it as a Gaussian of a sixth of the box's sides.</param>
/// <param name="Boxes">images * 4 * cells: logarithms of width and height in cells, the centre's column and row from the cell's corner; 0 without a box.</param>
/// <param name="Weights">images * cells: how much <paramref name="Boxes"/> count. Cells near a centre are asked too, as in TTFNet (Liu et al. 2020), which
/// learns sooner than a single cell a box.</param>
public sealed record DetectionTargets(float[] Heat, float[] Boxes, float[] Weights)
{
    /// <summary>No Gaussian is narrower, in cells.</summary>
    private const double SmallestDeviation = 0.5;

    /// <summary>Cells with less heat are not asked for the box.</summary>
    private const float LeastHeat = 0.1f;

    /// <param name="images">Boxes of every image; classes from 1.</param>
    /// <param name="classes">Of the detector.</param>
    /// <param name="columns">Cells of a row.</param>
    /// <param name="rows">Rows of cells.</param>
    public static DetectionTargets Of(IReadOnlyList<IReadOnlyList<TrueBox>> images, int classes, int columns, int rows)
    {
        var cells = columns * rows;
        var targets = new DetectionTargets(
            new float[images.Count * classes * cells], new float[images.Count * CentreDetector.BoxChannels * cells], new float[images.Count * cells]);
        for (var n = 0; n < images.Count; n++)
        {
            foreach (var (label, box) in images[n])
            {
                targets.Put(box, n, ((n * classes) + label - 1) * cells, columns, rows);
            }
        }

        return targets;
    }

    private void Put(BoundingBox box, int image, int plane, int columns, int rows)
    {
        var (width, height) = (box.Width / CentreDetector.Stride, box.Height / CentreDetector.Stride);
        var (x, y) = ((box.Left / CentreDetector.Stride) + (width / 2), (box.Top / CentreDetector.Stride) + (height / 2));
        var (column, row) = (Math.Clamp((int)x, 0, columns - 1), Math.Clamp((int)y, 0, rows - 1));
        var (across, along) = (Math.Max(SmallestDeviation, width / 6), Math.Max(SmallestDeviation, height / 6));
        for (var v = 0; v < rows; v++)
        {
            for (var u = 0; u < columns; u++)
            {
                var at = (v * columns) + u;
                var heat = (float)Math.Exp(-(Square((u - column) / across) + Square((v - row) / along)) / 2);
                Heat[plane + at] = Math.Max(Heat[plane + at], heat);
                ref var weight = ref Weights[(image * columns * rows) + at];
                if (heat >= LeastHeat && heat > weight)
                {
                    weight = heat;
                    Ask(image, at, columns * rows, [Math.Log(width), Math.Log(height), x - u, y - v]);
                }
            }
        }
    }

    private void Ask(int image, int at, int cells, ReadOnlySpan<double> values)
    {
        for (var channel = 0; channel < values.Length; channel++)
        {
            Boxes[(((image * CentreDetector.BoxChannels) + channel) * cells) + at] = (float)values[channel];
        }
    }

    private static double Square(double x) => x * x;
}
