using System.Buffers;
using System.Numerics;

namespace DiagCodec.Metrics.Images;

/// <summary>Two images of one size as doubles, in pooled memory that Dispose gives back.</summary>
internal readonly ref struct SamplePair
{
    private readonly double[] _buffer;

    private SamplePair(int columns, int rows)
    {
        (Columns, Rows) = (columns, rows);
        _buffer = ArrayPool<double>.Shared.Rent(2 * columns * rows);
    }

    public int Columns { get; }

    public int Rows { get; }

    public Span<double> Reference => _buffer.AsSpan(0, Columns * Rows);

    public Span<double> Test => _buffer.AsSpan(Columns * Rows, Columns * Rows);

    /// <param name="reference">Samples, row by row.</param>
    /// <param name="test">Samples of the same size.</param>
    /// <param name="columns">Width.</param>
    /// <param name="rows">Height.</param>
    /// <param name="window">What to clip both to; null for no clipping.</param>
    /// <exception cref="ArgumentException">A length is not columns x rows, or there are no samples.</exception>
    public static SamplePair From<T>(ReadOnlySpan<T> reference, ReadOnlySpan<T> test, int columns, int rows, IntensityWindow? window)
        where T : unmanaged, INumber<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columns);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rows);
        if (reference.Length != (long)columns * rows || test.Length != reference.Length)
        {
            throw new ArgumentException($"two images of {columns} x {rows} were expected, found {reference.Length} and {test.Length} samples");
        }

        var pair = new SamplePair(columns, rows);
        Convert(reference, pair.Reference, window);
        Convert(test, pair.Test, window);
        return pair;
    }

    /// <summary>Half the size: means of 2 x 2 blocks. The last column or row of an odd size is repeated, as symmetric padding does.</summary>
    public SamplePair Halve()
    {
        var half = new SamplePair((Columns + 1) / 2, (Rows + 1) / 2);
        Halve(Reference, half.Reference);
        Halve(Test, half.Test);
        return half;
    }

    public void Dispose() => ArrayPool<double>.Shared.Return(_buffer);

    private void Halve(ReadOnlySpan<double> from, Span<double> to)
    {
        var width = (Columns + 1) / 2;
        for (var y = 0; y < (Rows + 1) / 2; y++)
        {
            var upper = from.Slice(2 * y * Columns, Columns);
            var lower = from.Slice(Math.Min((2 * y) + 1, Rows - 1) * Columns, Columns);
            var row = to.Slice(y * width, width);
            for (var x = 0; x < width; x++)
            {
                var (left, right) = (2 * x, Math.Min((2 * x) + 1, Columns - 1));
                row[x] = (upper[left] + upper[right] + lower[left] + lower[right]) / 4;
            }
        }
    }

    private static void Convert<T>(ReadOnlySpan<T> from, Span<double> to, IntensityWindow? window)
        where T : unmanaged, INumber<T>
    {
        for (var i = 0; i < to.Length; i++)
        {
            var value = double.CreateChecked(from[i]);
            to[i] = window?.Place(value) ?? value;
        }
    }
}
