namespace DiagCodec.Metrics;

/// <summary>Quantiles of a sample: linear between the two nearest order statistics (Hyndman and Fan 1996, definition 7).</summary>
public static class Quantile
{
    /// <param name="sorted">Ascending, at least one value.</param>
    /// <param name="share">0 (smallest) to 1 (largest).</param>
    /// <exception cref="ArgumentException">There are no values.</exception>
    public static double OfSorted(ReadOnlySpan<double> sorted, double share)
    {
        if (sorted.IsEmpty)
        {
            throw new ArgumentException("a quantile needs at least one value", nameof(sorted));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(share, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        var place = share * (sorted.Length - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return double.Lerp(sorted[below], sorted[above], place - below);
    }
}
