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

        var curve = new RateCurve(method, found);
        return Of(curve, quality) is { } rate
            ? new ReachedRate(name, rate, null)
            : new ReachedRate(name, null, curve.IsotonicPoints()[0].Quality > quality ? $"{method}: above it from the lowest rate on" : $"{method}: not reached");
    }

    /// <summary>The lowest rate at which a curve, made rising, crosses a quality; null where it does not.</summary>
    internal static double? Of(RateCurve curve, double quality)
    {
        var points = curve.IsotonicPoints();
        var above = points.Index().FirstOrDefault(p => p.Item.Quality >= quality, (-1, default)).Index;
        return above > 0
            ? Between(points[above - 1], points[above], quality)
            : above == 0 && points[0].Quality == quality ? points[0].Rate : null;
    }

    private static double Between(RatePoint low, RatePoint high, double quality) =>
        Math.Exp(double.Lerp(Math.Log(low.Rate), Math.Log(high.Rate), (quality - low.Quality) / (high.Quality - low.Quality)));
}
