using System.Collections.Immutable;
using DiagCodec.Metrics.Bootstrap;

namespace DiagCodec.LearnedCodecs.Mvmic;

/// <summary>Scores of the test cases, of what was stored.</summary>
/// <param name="Figures">Names of what every score's accuracy counts.</param>
/// <param name="Uncoded">The task's network as it came, on slices that were not coded.</param>
/// <param name="StageOne">The same network on decoded slices.</param>
/// <param name="StageTwo">The tuned network on the same decoded slices.</param>
/// <param name="Gains">How much stage two is better than stage one, one interval a figure, over cases that both looked at.</param>
public sealed record MvmicResult(ImmutableArray<string> Figures, MvmicScore Uncoded, MvmicScore StageOne, MvmicScore StageTwo, ImmutableArray<BootstrapInterval> Gains)
{
    /// <param name="task">That looked.</param>
    /// <param name="uncoded">Before coding.</param>
    /// <param name="one">After stage one.</param>
    /// <param name="two">After stage two, the same cases in the same order.</param>
    internal static MvmicResult Of(IVisionTask task, MvmicScore uncoded, MvmicScore one, MvmicScore two)
    {
        (CaseFindings One, CaseFindings Two)[] pairs = [.. one.Cases.Zip(two.Cases, (a, b) => (a.Findings, b.Findings))];
        return new MvmicResult(task.Figures, uncoded, one, two, [.. task.Figures.Select((_, figure) => BootstrapInterval.Of(pairs, sample => Gain(sample.ToArray(), figure)))]);

        double? Gain((CaseFindings One, CaseFindings Two)[] sample, int figure) =>
            task.Accuracy([.. sample.Select(p => p.Two)])[figure] - task.Accuracy([.. sample.Select(p => p.One)])[figure];
    }
}
