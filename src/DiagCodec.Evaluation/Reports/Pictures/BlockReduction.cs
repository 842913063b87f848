namespace DiagCodec.Evaluation.Reports.Pictures;

/// <summary>Makes large slices small enough for a page, by whole factors so that every pixel of the picture stands for the same area.</summary>
/// <param name="Columns">Width of the slice.</param>
/// <param name="Rows">Height of the slice.</param>
/// <param name="Factor">1: as it is.</param>
public sealed record BlockReduction(int Columns, int Rows, int Factor)
{
    public int Width => (Columns + Factor - 1) / Factor;

    public int Height => (Rows + Factor - 1) / Factor;

    /// <param name="columns">Width of the slice.</param>
    /// <param name="rows">Height of the slice.</param>
    /// <param name="mostColumns">Widest picture allowed.</param>
    public static BlockReduction ToAtMost(int columns, int rows, int mostColumns) =>
        new(columns, rows, (columns + mostColumns - 1) / mostColumns);

    /// <summary>The mean of every block.</summary>
    public double[] Mean(ReadOnlySpan<double> values)
    {
        var (sums, counts) = (new double[Width * Height], new int[Width * Height]);
        for (var y = 0; y < Rows; y++)
        {
            for (var x = 0; x < Columns; x++)
            {
                var block = (y / Factor * Width) + (x / Factor);
                sums[block] += values[(y * Columns) + x];
                counts[block]++;
            }
        }

        for (var i = 0; i < sums.Length; i++)
        {
            sums[i] /= counts[i];
        }

        return sums;
    }

    /// <summary>The value furthest from zero of every block: a mean would hide single wrong pixels.</summary>
    public double[] Extreme(ReadOnlySpan<double> values)
    {
        var extremes = new double[Width * Height];
        for (var y = 0; y < Rows; y++)
        {
            for (var x = 0; x < Columns; x++)
            {
                var block = (y / Factor * Width) + (x / Factor);
                var value = values[(y * Columns) + x];
                extremes[block] = Math.Abs(value) > Math.Abs(extremes[block]) ? value : extremes[block];
            }
        }

        return extremes;
    }
}
