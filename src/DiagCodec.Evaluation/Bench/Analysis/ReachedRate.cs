using DiagCodec.Metrics.Bjontegaard;

namespace DiagCodec.Evaluation.Bench.Analysis;

/// <summary>The lowest rate at which a case's curve, made rising, reaches a quality.</summary>
/// <param name="Case">Its name.</param>
/// <param name="BitsPerVoxel">Straight between the logarithms of the rates; null where the curve does not cross the quality.</param>
/// <param name="Reason">Why it does not; null where it does.</param>
public sealed record ReachedRate(string Case, double? BitsPerVoxel, string? Reason)
{
    /// <param name="curves">Of one measure.</param>
    /// <param name="method">Name of a method.</param>
    /// <param name="name">Of the case.</param>
    /// <param name="quality">Asked for.</param>
    public static ReachedRate Of(BenchCurves curves, string method, string name, double quality)
    {
        var found = curves.Points(name, method).Select(p => new RatePoint(p.BitsPerVoxel, p.Quality)).ToArray();
        if (found.Length < RateCurve.FewestPoints)
        {
            return new ReachedRate(name, null, $"{method}: a curve needs at least {RateCurve.FewestPoints} points, found {found.Length}");
        }

        var points = new RateCurve(method, found).IsotonicPoints();
        if (points[0].Quality > quality)
        {
            return new ReachedRate(name, null, $"{method}: above it from the lowest rate on");
        }

        for (var i = 0; i < points.Length; i++)
        {
            if (points[i].Quality >= quality)
            {
                return new ReachedRate(name, i == 0 ? points[0].Rate : Between(points[i - 1], points[i], quality), null);
            }
        }

        return new ReachedRate(name, null, $"{method}: not reached");
    }

    private static double Between(RatePoint low, RatePoint high, double quality) =>
        Math.Exp(double.Lerp(Math.Log(low.Rate), Math.Log(high.Rate), (quality - low.Quality) / (high.Quality - low.Quality)));
}
