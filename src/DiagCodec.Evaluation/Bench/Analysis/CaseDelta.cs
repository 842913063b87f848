using DiagCodec.Metrics.Bjontegaard;

namespace DiagCodec.Evaluation.Bench.Analysis;

/// <summary>A method against its anchor on one case.</summary>
/// <param name="Case">Its name.</param>
/// <param name="Delta">In points, dB or percent; null where there is none.</param>
/// <param name="Reason">Why there is none; null where there is one.</param>
public sealed record CaseDelta(string Case, BjontegaardDelta? Delta, string? Reason)
{
    /// <param name="curves">Of one measure.</param>
    /// <param name="anchor">Name of a method.</param>
    /// <param name="method">Name of a method.</param>
    /// <param name="name">Of the case.</param>
    /// <param name="kind">Which delta.</param>
    public static CaseDelta Of(BenchCurves curves, string anchor, string method, string name, DeltaKind kind)
    {
        try
        {
            var (from, to) = (curves.Curve(name, anchor), curves.Curve(name, method));
            var delta = kind switch
            {
                DeltaKind.Quality => Scaled(BjontegaardDelta.OfQuality(from, to), curves.Measure.Scale),
                DeltaKind.Rate => BjontegaardDelta.OfRate(from, to),
                DeltaKind.IsotonicRate => BjontegaardDelta.OfRate(from.Isotonic(), to.Isotonic()),
                _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such delta"),
            };
            return double.IsFinite(delta.Value)
                ? new CaseDelta(name, delta, null)
                : new CaseDelta(name, null, $"{method}: the difference is too large to tell");
        }
        catch (ArgumentException e) when (e is not ArgumentOutOfRangeException)
        {
            // A curve that is too short, flat or elsewhere is a result of the measurement: it is told, case by case.
            return new CaseDelta(name, null, e.Message);
        }
    }

    private static BjontegaardDelta Scaled(BjontegaardDelta delta, double scale) => delta with { Value = scale * delta.Value };
}
