using System.Collections.Immutable;
using DiagCodec.Metrics.Bootstrap;

namespace DiagCodec.Evaluation.Bench.Analysis;

/// <summary>The mean of a method's deltas over cases.</summary>
/// <param name="Cases">All, in the order of the bench.</param>
/// <param name="Interval">Of the mean over those that have a value; null where none has.</param>
public sealed record DeltaSummary(ImmutableArray<CaseDelta> Cases, BootstrapInterval? Interval)
{
    /// <summary>Resamples of every interval of a report.</summary>
    public const int Resamples = 2000;

    public double? Mean => Interval?.Estimate;

    /// <summary>Cases that have a value.</summary>
    public int Used => Cases.Count(c => c.Delta is not null);

    public double? SmallestOverlap => Cases.Min(c => c.Delta?.Overlap);

    public double? MeanOverlap => Cases.Average(c => c.Delta?.Overlap);

    /// <summary>Cases used where the anchor's curve or the method's falls somewhere.</summary>
    public int NotMonotone => Cases.Count(c => c.Delta is { IsMonotone: false });

    /// <inheritdoc cref="CaseDelta.Of"/>
    public static DeltaSummary Of(BenchCurves curves, string anchor, string method, DeltaKind kind)
    {
        ImmutableArray<CaseDelta> cases = [.. curves.File.Cases.Select(c => CaseDelta.Of(curves, anchor, method, c.Name, kind))];
        double[] values = [.. cases.Where(c => c.Delta is not null).Select(c => c.Delta!.Value)];
        return new DeltaSummary(cases, values.Length == 0 ? null : BootstrapInterval.OfMean(values, Options(curves.File.Experiment.Seed)));
    }

    internal static BootstrapOptions Options(ulong seed) => new() { Resamples = Resamples, Seed = seed };
}
