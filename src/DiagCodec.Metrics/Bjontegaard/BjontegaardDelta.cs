namespace DiagCodec.Metrics.Bjontegaard;

/// <summary>
/// The mean difference between two curves over the interval they share (Bjontegaard, VCEG-M33 2001), over log10 of the rate. Compute it
/// for every clip, then the mean over clips: curves of averages weigh clips by chance.
/// </summary>
/// <param name="Value">Percent for rates, the measure's unit for qualities.</param>
/// <param name="Overlap">Common interval / joint interval, above 0 to 1. Show it beside the value.</param>
/// <param name="IsAnchorMonotone"><see cref="RateCurve.IsMonotone"/> of the anchor.</param>
/// <param name="IsTestMonotone">The same of the test.</param>
public sealed record BjontegaardDelta(double Value, double Overlap, bool IsAnchorMonotone, bool IsTestMonotone)
{
    /// <summary>Under this overlap a value says little about the curves as a whole.</summary>
    public const double EnoughOverlap = 0.75;

    public bool IsOverlapSmall => Overlap < EnoughOverlap;

    public bool IsMonotone => IsAnchorMonotone && IsTestMonotone;

    /// <summary>BD-rate: how much more rate the test needs for the same quality, percent; below 0 it needs less.</summary>
    /// <param name="anchor">The curve compared with.</param>
    /// <param name="test">The curve under test.</param>
    /// <param name="shape">How both run between their points.</param>
    /// <exception cref="ArgumentException">The qualities do not overlap, or two points of one curve have the same quality.</exception>
    public static BjontegaardDelta OfRate(RateCurve anchor, RateCurve test, CurveShape shape = CurveShape.Pchip)
    {
        var (difference, overlap) = Compare(anchor, test, shape, "quality", p => p.Quality, p => Math.Log10(p.Rate));
        return new BjontegaardDelta((Math.Pow(10, difference) - 1) * 100, overlap, anchor.IsMonotone, test.IsMonotone);
    }

    /// <summary>BD-PSNR, BD-mIoU: how much better the test is at the same rate, in the measure's unit.</summary>
    /// <param name="anchor">The curve compared with.</param>
    /// <param name="test">The curve under test.</param>
    /// <param name="shape">How both run between their points.</param>
    /// <exception cref="ArgumentException">The rates do not overlap, or two points of one curve have the same rate.</exception>
    public static BjontegaardDelta OfQuality(RateCurve anchor, RateCurve test, CurveShape shape = CurveShape.Pchip)
    {
        var (difference, overlap) = Compare(anchor, test, shape, "rate", p => Math.Log10(p.Rate), p => p.Quality);
        return new BjontegaardDelta(difference, overlap, anchor.IsMonotone, test.IsMonotone);
    }

    private static (double Difference, double Overlap) Compare(
        RateCurve anchor, RateCurve test, CurveShape shape, string abscissa, Func<RatePoint, double> x, Func<RatePoint, double> y)
    {
        ArgumentNullException.ThrowIfNull(anchor);
        ArgumentNullException.ThrowIfNull(test);
        var (a, t) = (Sort(anchor, abscissa, x), Sort(test, abscissa, x));
        var (low, high) = (Math.Max(x(a[0]), x(t[0])), Math.Min(x(a[^1]), x(t[^1])));
        if (low >= high)
        {
            throw new ArgumentException($"no overlap: {Range(anchor, a, abscissa)}, {Range(test, t, abscissa)}");
        }

        var joint = Math.Max(x(a[^1]), x(t[^1])) - Math.Min(x(a[0]), x(t[0]));
        return ((Integrate(t) - Integrate(a)) / (high - low), (high - low) / joint);

        double Integrate(RatePoint[] points) =>
            HermiteCurve.Through(shape, [.. points.Select(x)], [.. points.Select(y)]).Integrate(low, high);
    }

    /// <exception cref="ArgumentException">Two points are at the same place, so that nothing says which value the curve has there.</exception>
    private static RatePoint[] Sort(RateCurve curve, string abscissa, Func<RatePoint, double> x)
    {
        var sorted = curve.Points.OrderBy(x).ToArray();
        for (var i = 1; i < sorted.Length; i++)
        {
            if (x(sorted[i]) == x(sorted[i - 1]))
            {
                var (one, other) = (sorted[i - 1], sorted[i]);
                throw new ArgumentException(FormattableString.Invariant(
                    $"{curve.Name}: two points have the same {abscissa}: {one.Quality} at rate {one.Rate}, {other.Quality} at rate {other.Rate}; leave one out"));
            }
        }

        return sorted;
    }

    private static string Range(RateCurve curve, RatePoint[] sorted, string abscissa) => abscissa == "rate"
        ? FormattableString.Invariant($"{curve.Name} has rates {sorted[0].Rate} to {sorted[^1].Rate}")
        : FormattableString.Invariant($"{curve.Name} has qualities {sorted[0].Quality} to {sorted[^1].Quality}");
}
