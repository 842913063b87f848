using System.Buffers;
using System.Numerics;

namespace DiagCodec.Imaging.Resample;

/// <summary>
/// Brings planes to another number of pixels over the same field of view. Pixels are areas: the centre of pixel i of n lies at
/// (i + 0.5) / n of the width, so nothing shifts, and sizes need no common factor. All planes are row by row.
/// </summary>
public static class PlaneResampler
{
    /// <summary>
    /// The number of pixels that comes nearest to a wanted spacing, 1 or more. The field of view is kept, so the spacing that results is
    /// pixels * spacing / the number.
    /// </summary>
    /// <param name="pixels">Pixels along the axis now, 1 or more.</param>
    /// <param name="spacing">Of these, mm, above 0.</param>
    /// <param name="wanted">mm, above 0.</param>
    /// <exception cref="OverflowException">There would be more than 2^31 - 1.</exception>
    public static int Length(int pixels, double spacing, double wanted)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pixels, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(spacing);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(wanted);
        return Math.Max(1, checked((int)Math.Round(pixels * spacing / wanted)));
    }

    /// <summary>
    /// Linear interpolation along both axes; an axis that shrinks by more than 1.5 is averaged over the area of each target pixel, so
    /// that fine detail makes no false patterns. Beyond the outermost centres their value goes on. An axis whose length stays is copied bit by
    /// bit; constants stay exactly, ramps to rounding but near the edges. Fit for intensities and for probabilities.
    /// </summary>
    /// <param name="source">columns * rows values.</param>
    /// <param name="columns">1 or more.</param>
    /// <param name="rows">1 or more.</param>
    /// <param name="target">targetColumns * targetRows values; must not overlap <paramref name="source"/>.</param>
    /// <param name="targetColumns">1 or more.</param>
    /// <param name="targetRows">1 or more.</param>
    /// <exception cref="ArgumentException">A span has another length than its size says.</exception>
    public static void Bilinear(ReadOnlySpan<float> source, int columns, int rows, Span<float> target, int targetColumns, int targetRows)
    {
        Check(source.Length, columns, rows, nameof(source));
        Check(target.Length, targetColumns, targetRows, nameof(target));
        if (columns == targetColumns)
        {
            AlongColumns(source, target, columns, AxisWeights.Of(rows, targetRows));
            return;
        }

        var across = AxisWeights.Of(columns, targetColumns);
        if (rows == targetRows)
        {
            AlongRows(source, columns, target, targetColumns, rows, across);
            return;
        }

        var between = ArrayPool<float>.Shared.Rent(targetColumns * rows);
        var narrowed = between.AsSpan(0, targetColumns * rows);
        AlongRows(source, columns, narrowed, targetColumns, rows, across);
        AlongColumns(narrowed, target, targetColumns, AxisWeights.Of(rows, targetRows));
        ArrayPool<float>.Shared.Return(between);
    }

    /// <summary>The class of the source pixel that each target pixel's centre lies in; on a border, of the one with the higher number.</summary>
    /// <inheritdoc cref="Bilinear" path="/param"/>
    /// <inheritdoc cref="Bilinear" path="/exception"/>
    public static void Nearest(ReadOnlySpan<byte> source, int columns, int rows, Span<byte> target, int targetColumns, int targetRows)
    {
        Check(source.Length, columns, rows, nameof(source));
        Check(target.Length, targetColumns, targetRows, nameof(target));
        for (var y = 0; y < targetRows; y++)
        {
            var from = source.Slice(Under(y, rows, targetRows) * columns, columns);
            var to = target.Slice(y * targetColumns, targetColumns);
            for (var x = 0; x < to.Length; x++)
            {
                to[x] = from[Under(x, columns, targetColumns)];
            }
        }
    }

    /// <summary>Floor of (i + 0.5) * length / targetLength, in whole numbers.</summary>
    private static int Under(int i, int length, int targetLength) => (int)(((2L * i) + 1) * length / (2L * targetLength));

    private static void AlongRows(ReadOnlySpan<float> source, int columns, Span<float> target, int targetColumns, int rows, AxisWeights weights)
    {
        if (weights.AsPairs() is { } pairs)
        {
            AlongRows(source, columns, target, targetColumns, rows, pairs);
            return;
        }

        for (var y = 0; y < rows; y++)
        {
            var from = source.Slice(y * columns, columns);
            var to = target.Slice(y * targetColumns, targetColumns);
            for (var x = 0; x < to.Length; x++)
            {
                var (first, shares) = weights[x];
                var sum = 0.0;
                for (var i = 0; i < shares.Length; i++)
                {
                    sum += shares[i] * from[first + i];
                }

                to[x] = (float)sum;
            }
        }
    }

    private static void AlongRows(ReadOnlySpan<float> source, int columns, Span<float> target, int targetColumns, int rows, ReadOnlySpan<WeightPair> pairs)
    {
        for (var y = 0; y < rows; y++)
        {
            var from = source.Slice(y * columns, columns);
            var to = target.Slice(y * targetColumns, targetColumns);
            for (var x = 0; x < pairs.Length; x++)
            {
                ref readonly var pair = ref pairs[x];
                to[x] = (float)((pair.Share * from[pair.First]) + (pair.NextShare * from[pair.Next]));
            }
        }
    }

    private static void AlongColumns(ReadOnlySpan<float> source, Span<float> target, int columns, AxisWeights weights)
    {
        if (source.Length == target.Length)
        {
            source.CopyTo(target);
            return;
        }

        var sums = new double[columns];
        for (var y = 0; y < target.Length / columns; y++)
        {
            var (first, shares) = weights[y];
            Array.Clear(sums);
            for (var i = 0; i < shares.Length; i++)
            {
                Add(source.Slice((first + i) * columns, columns), shares[i], sums);
            }

            var to = target.Slice(y * columns, columns);
            for (var x = 0; x < to.Length; x++)
            {
                to[x] = (float)sums[x];
            }
        }
    }

    /// <summary>Product and sum are rounded apart, so that the result does not depend on the width of the machine's vectors.</summary>
    private static void Add(ReadOnlySpan<float> row, double share, Span<double> sums)
    {
        var x = 0;
        for (; x <= row.Length - Vector<float>.Count; x += Vector<float>.Count)
        {
            Vector.Widen(new Vector<float>(row[x..]), out var low, out var high);
            var lows = sums[x..];
            var highs = lows[Vector<double>.Count..];
            (new Vector<double>(lows) + (low * share)).CopyTo(lows);
            (new Vector<double>(highs) + (high * share)).CopyTo(highs);
        }

        for (; x < row.Length; x++)
        {
            sums[x] += share * row[x];
        }
    }

    private static void Check(int length, int columns, int rows, string name)
    {
        if (columns < 1 || rows < 1 || (long)columns * rows != length)
        {
            throw new ArgumentException($"a plane of {columns}x{rows} expected, found {length} values", name);
        }
    }
}
