using System.Collections.Immutable;
using DiagCodec.Evaluation.Bench.Results;
using DiagCodec.Metrics.Bootstrap;

namespace DiagCodec.Evaluation.Bench.Analysis;

/// <summary>How many more bits than its anchor a method takes to the same quality.</summary>
/// <param name="Method">As it ran.</param>
/// <param name="Quality">Asked for.</param>
/// <param name="Rates">Of the method, all cases in the order of the bench.</param>
/// <param name="Used">Cases where anchor and method cross the quality.</param>
/// <param name="BitsPerVoxel">Geometric mean over those cases; null where there is none.</param>
/// <param name="Percent">The mean log ratio over those cases as percent, its interval's ends with it; null where there is none.</param>
public sealed record EqualQuality(
    BenchMethod Method, double Quality, ImmutableArray<ReachedRate> Rates, int Used, double? BitsPerVoxel, BootstrapInterval? Percent)
{
    /// <summary>Dice at which bits are compared.</summary>
    public static ImmutableArray<double> DiceTargets { get; } = [0.90, 0.95, 0.99];

    /// <param name="curves">Of one measure.</param>
    /// <param name="quality">Asked for.</param>
    /// <returns>One entry a method, in the order of the bench.</returns>
    public static ImmutableArray<EqualQuality> Of(BenchCurves curves, double quality)
    {
        var anchors = AnchorGroup.Of(curves.File).ToDictionary(g => g.Anchor, g => FindRates(curves, g.Anchor, quality), StringComparer.Ordinal);
        return [.. curves.File.Methods.Select(m => Of(curves, m, quality, anchors[AnchorGroup.AnchorOf(curves.File.Experiment, m)]))];
    }

    private static EqualQuality Of(BenchCurves curves, BenchMethod method, double quality, ImmutableArray<ReachedRate> anchor)
    {
        var rates = FindRates(curves, method.Name, quality);
        var pairs = rates.Zip(anchor)
            .Where(p => p.First.BitsPerVoxel is not null && p.Second.BitsPerVoxel is not null)
            .Select(p => (Method: Math.Log(p.First.BitsPerVoxel!.Value), Anchor: Math.Log(p.Second.BitsPerVoxel!.Value)))
            .ToArray();
        if (pairs.Length == 0)
        {
            return new EqualQuality(method, quality, rates, 0, null, null);
        }

        var ratio = BootstrapInterval.OfMean(Array.ConvertAll(pairs, p => p.Method - p.Anchor), DeltaSummary.Options(curves.File.Experiment.Seed));
        return new EqualQuality(
            method,
            quality,
            rates,
            pairs.Length,
            Math.Exp(pairs.Average(p => p.Method)),
            ratio with { Estimate = ToPercent(ratio.Estimate), Low = ToPercent(ratio.Low), High = ToPercent(ratio.High) });
    }

    private static ImmutableArray<ReachedRate> FindRates(BenchCurves curves, string method, double quality) =>
        [.. curves.File.Cases.Select(c => ReachedRate.Of(curves, method, c.Name, quality))];

    private static double? ToPercent(double? log) => log is { } value ? 100 * (Math.Exp(value) - 1) : null;
}
