using System.Collections.Immutable;
using DiagCodec.Evaluation.Bench.Experiments;
using DiagCodec.Metrics.Bootstrap;

namespace DiagCodec.Evaluation.Bench.Analysis;

/// <summary>Which way of spending bits by the mask needs the lowest rate, and how sure that is.</summary>
/// <param name="Best">Lowest mean BD-rate.</param>
/// <param name="Second">Next to it; null where there is no other.</param>
/// <param name="Difference">Mean of Best - Second over the cases that have both, percentage points; null without such cases.</param>
/// <param name="Cases">That have both.</param>
/// <param name="LeftOut">Mask maps with a BD-rate on fewer than half of the cases.</param>
public sealed record MapChoice(MethodDeltas Best, MethodDeltas? Second, BootstrapInterval? Difference, int Cases, ImmutableArray<string> LeftOut)
{
    /// <summary>Whether the mask alone decides where a method spends its bits: not so of policies and searches.</summary>
    public static bool IsMaskMap(MethodSetting setting) => setting.Allocator is not (null or "uniform" or "rate") && !SecondAnchor.IsRival(setting);

    /// <param name="deltas">Of methods with one anchor, under one measure.</param>
    /// <param name="experiment">Says which of them are mask maps.</param>
    /// <returns>Null where no mask map has a BD-rate on at least half of the cases.</returns>
    public static MapChoice? Of(ImmutableArray<MethodDeltas> deltas, Experiment experiment)
    {
        var maps = experiment.Methods.Where(IsMaskMap).Select(m => m.Name).ToHashSet();
        var candidates = deltas.Where(d => maps.Contains(d.Method.Name)).ToArray();
        var ranked = candidates.Where(d => IsEnough(d.Rate)).OrderBy(d => d.Rate.Mean).ToArray();
        if (ranked.Length == 0)
        {
            return null;
        }

        ImmutableArray<string> leftOut = [.. candidates.Where(d => !IsEnough(d.Rate)).Select(d => d.Method.Name)];
        if (ranked.Length == 1)
        {
            return new MapChoice(ranked[0], null, null, 0, leftOut);
        }

        double[] differences =
        [
            .. ranked[0].Rate.Cases.Zip(ranked[1].Rate.Cases)
                .Where(p => p.First.Delta is not null && p.Second.Delta is not null)
                .Select(p => p.First.Delta!.Value - p.Second.Delta!.Value),
        ];
        var interval = differences.Length == 0 ? null : BootstrapInterval.OfMean(differences, DeltaSummary.Options(experiment.Seed));
        return new MapChoice(ranked[0], ranked[1], interval, differences.Length, leftOut);
    }

    private static bool IsEnough(DeltaSummary rate) => rate.Used > 0 && 2 * rate.Used >= rate.Cases.Length;
}
