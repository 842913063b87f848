namespace DiagCodec.Imaging.Pictures;

/// <summary>Row filters of PNG (PNG, clause 9): differences to neighbours compress better than pixels.</summary>
internal static class PngFilter
{
    /// <summary>None, Sub, Up, Average, Paeth: a filter's number is its type byte.</summary>
    private const int Filters = 5;

    /// <summary>Filters <paramref name="row"/> by the filter with the smallest sum of absolute differences (PNG, clause 12.8).</summary>
    /// <param name="row">Bytes of this row, big-endian samples.</param>
    /// <param name="above">The row before; zeros for the first.</param>
    /// <param name="pixelBytes">Distance to the pixel on the left.</param>
    /// <param name="scratch">As long as <paramref name="filtered"/>.</param>
    /// <param name="filtered">The filter's number, then the filtered row.</param>
    public static void Best(ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, int pixelBytes, Span<byte> scratch, Span<byte> filtered)
    {
        var least = long.MaxValue;
        for (byte filter = 0; filter < Filters; filter++)
        {
            scratch[0] = filter;
            var sum = Apply(filter, row, above, pixelBytes, scratch[1..]);
            if (sum < least)
            {
                least = sum;
                scratch.CopyTo(filtered);
            }
        }
    }

    private static long Apply(byte filter, ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, int pixelBytes, Span<byte> filtered)
    {
        var sum = 0L;
        for (var i = 0; i < row.Length; i++)
        {
            var left = i < pixelBytes ? 0 : row[i - pixelBytes];
            var aboveLeft = i < pixelBytes ? 0 : above[i - pixelBytes];
            var prediction = filter switch
            {
                0 => 0,
                1 => left,
                2 => above[i],
                3 => (left + above[i]) / 2,
                _ => Paeth(left, above[i], aboveLeft),
            };
            filtered[i] = (byte)(row[i] - prediction);
            sum += Math.Abs((int)(sbyte)filtered[i]);
        }

        return sum;
    }

    private static int Paeth(int left, int above, int aboveLeft)
    {
        var estimate = left + above - aboveLeft;
        var (toLeft, toAbove, toAboveLeft) = (Math.Abs(estimate - left), Math.Abs(estimate - above), Math.Abs(estimate - aboveLeft));
        return toLeft <= toAbove && toLeft <= toAboveLeft ? left : toAbove <= toAboveLeft ? above : aboveLeft;
    }
}
