using DiagCodec.Metrics.Detection;

namespace DiagCodec.LearnedCodecs.Detect;

/// <summary>What a detector should say of images, cell by cell.</summary>
/// <param name="Heat">images * classes * cells: 1 at a box's centre, falling off round it as a Gaussian of a sixth of the box's sides.</param>
/// <param name="Boxes">images * 4 * cells: logarithms of width and height in cells, the centre's column and row in its cell; 0 without a box.</param>
/// <param name="HasBox">images * cells: 1 where a centre lies.</param>
public sealed record DetectionTargets(float[] Heat, float[] Boxes, float[] HasBox)
{
    /// <summary>No Gaussian is narrower, in cells.</summary>
    private const double SmallestDeviation = 0.5;

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
        var (cells, at) = (columns * rows, (row * columns) + column);
        HasBox[(image * cells) + at] = 1;
        ReadOnlySpan<double> values = [Math.Log(width), Math.Log(height), x - column, y - row];
        for (var channel = 0; channel < values.Length; channel++)
        {
            Boxes[(((image * CentreDetector.BoxChannels) + channel) * cells) + at] = (float)values[channel];
        }

        var (across, along) = (Math.Max(SmallestDeviation, width / 6), Math.Max(SmallestDeviation, height / 6));
        for (var v = 0; v < rows; v++)
        {
            for (var u = 0; u < columns; u++)
            {
                var distance = Square((u - column) / across) + Square((v - row) / along);
                ref var cell = ref Heat[plane + (v * columns) + u];
                cell = Math.Max(cell, (float)Math.Exp(-distance / 2));
            }
        }
    }

    private static double Square(double x) => x * x;
}
