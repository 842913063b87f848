using System.Collections.Immutable;
using DiagCodec.Evaluation.Bench.Experiments;
using DiagCodec.Evaluation.Bench.Results;

namespace DiagCodec.Evaluation.Bench.Analysis;

/// <summary>Policies and searches against a second method, such as the best simple mask map: <see cref="Experiment.SecondAnchor"/>.</summary>
public static class SecondAnchor
{
    /// <summary>Whether a method is one that has to beat simple maps.</summary>
    public static bool IsRival(MethodSetting setting) => setting.Allocator is "policy" or "search";

    /// <summary>One entry a policy or search that codes the same range as the second anchor, in the order of the bench; none where the experiment names no such anchor, or it did not run.</summary>
    public static ImmutableArray<MethodDeltas> Of(BenchCurves curves)
    {
        var (experiment, methods) = (curves.File.Experiment, curves.File.Methods);
        if (methods.FirstOrDefault(m => m.Name == experiment.SecondAnchor) is not { } anchor)
        {
            return [];
        }

        var rivals = experiment.Methods.Where(IsRival).Select(m => m.Name).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. methods.Where(m => m.Name != anchor.Name && m.IsWindowed == anchor.IsWindowed && rivals.Contains(m.Name))
                .Select(m => MethodDeltas.Of(curves, anchor.Name, m)),
        ];
    }
}
