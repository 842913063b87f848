namespace DiagCodec.Metrics;

/// <summary>What a table says of a sample: where it is and how far it spreads, in the values' unit.</summary>
/// <param name="Count">Values, at least 1.</param>
/// <param name="Mean">Arithmetic mean.</param>
/// <param name="StandardDeviation">Of the population, estimated from the sample (divided by n - 1); null for one value.</param>
/// <param name="Minimum">Smallest value.</param>
/// <param name="LowerQuartile">A quarter of the values is below; by <see cref="Quantile"/>, as are the next two.</param>
/// <param name="Median">Half of the values is below.</param>
/// <param name="UpperQuartile">Three quarters of the values are below.</param>
/// <param name="Maximum">Largest value.</param>
public sealed record SampleSummary(
    int Count,
    double Mean,
    double? StandardDeviation,
    double Minimum,
    double LowerQuartile,
    double Median,
    double UpperQuartile,
    double Maximum)
{
    public double InterquartileRange => UpperQuartile - LowerQuartile;

    /// <summary>Summary of the values in any order.</summary>
    /// <exception cref="ArgumentException">There are no values, or one is not finite.</exception>
    public static SampleSummary Of(ReadOnlySpan<double> values)
    {
        if (values.IsEmpty)
        {
            throw new ArgumentException("a summary needs at least one value", nameof(values));
        }

        // In rising order, sums do not depend on the order that the values came in.
        var sorted = values.ToArray();
        Array.Sort(sorted);
        if (!double.IsFinite(sorted[0]) || !double.IsFinite(sorted[^1]))
        {
            throw new ArgumentException("a summary needs finite values, found NaN or infinity", nameof(values));
        }

        var mean = Math.Clamp(sorted.Sum() / sorted.Length, sorted[0], sorted[^1]);
        var squares = sorted.Sum(v => (v - mean) * (v - mean));
        return new SampleSummary(
            sorted.Length,
            mean,
            sorted.Length == 1 ? null : Math.Sqrt(squares / (sorted.Length - 1)),
            sorted[0],
            Quantile.OfSorted(sorted, 0.25),
            Quantile.OfSorted(sorted, 0.5),
            Quantile.OfSorted(sorted, 0.75),
            sorted[^1]);
    }
}
