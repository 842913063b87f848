using System.Collections.Immutable;
using DiagCodec.Allocation.Policies.Actions;
using DiagCodec.Allocation.Policies.Environment;

namespace DiagCodec.Allocation.Policies.Training;

/// <summary>How good decisions are: the return of the best single pair of actions, found by trying all, over theirs.</summary>
public static class PolicyScore
{
    /// <summary>Returns are costs below 0, so 1 is as good as the best single action, and above 1 is better.</summary>
    /// <param name="table">Of the clip.</param>
    /// <param name="decisions">One entry a trade-off.</param>
    /// <param name="weights">Of the distortion, likewise.</param>
    /// <param name="best">Return of the best single action, likewise.</param>
    public static double Of(ActionTable table, ImmutableArray<PolicyDecisions> decisions, ImmutableArray<double> weights, ImmutableArray<double> best) =>
        decisions.Select((d, k) => best[k] / table.Return(d, weights[k])).Average();

    /// <summary>Returns of the best single actions, one a trade-off.</summary>
    public static ImmutableArray<double> Best(ActionTable table, ImmutableArray<double> weights) => [.. weights.Select(w => table.BestSingle(w).Return)];
}
