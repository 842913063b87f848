using DiagCodec.Metrics.Bootstrap;

namespace DiagCodec.Evaluation.Tolerance.Summary;

/// <summary>A number with its 95 % bootstrap interval over cases.</summary>
/// <param name="Value">Null where it is not defined.</param>
/// <param name="Low">Lower end; null where no resample has a value.</param>
/// <param name="High">Upper end.</param>
/// <param name="Undefined">Share of resamples without a value, which the interval leaves out.</param>
public sealed record ToleranceEstimate(double? Value, double? Low, double? High, double Undefined)
{
    public static ToleranceEstimate Of(BootstrapInterval interval) =>
        new(interval.Estimate, interval.Low, interval.High, (double)interval.Undefined / interval.Resamples);
}
