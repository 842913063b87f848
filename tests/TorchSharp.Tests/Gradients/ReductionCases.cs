using static TorchSharp.torch;

namespace TorchSharp.Tests.Gradients;

/// <summary>Reductions and orders.</summary>
internal static class ReductionCases
{
    private static readonly long[][] One = [[2, 3, 2]];

    internal static IEnumerable<GradientCase> All =>
    [
        new("sum", x => x[0].sum([0, 2], keepdim: true), One),
        new("mean", x => x[0].mean([1]), One),
        new("variance", x => x[0].var([0, 1], unbiased: false), One),
        new("deviation", x => x[0].std([1, 2]), One),
        new("amax", x => x[0].amax([1]), One),
        new("amin", x => x[0].amin([1, 2]), One),
        new("logsumexp", x => x[0].logsumexp(1), One),
        new("prod", x => x[0].prod(), One),
        new("prod_dim", x => x[0].prod(1), One),
        new("norm", x => x[0].norm(), One),
        new("norm_dim", x => x[0].norm(1, p: 3), One),
        new("max_all", x => x[0].max(), One),
        new("min_all", x => x[0].min(), One),
        new("max_dim", x => x[0].max(1).values, One),
        new("min_dim", x => x[0].min(1, keepdim: true).values, One),
        new("median", x => x[0].median(), One),
        new("quantile", x => x[0].quantile(tensor(0.3), 1), One),
        new("sort", x => x[0].sort(1, descending: true).Values, One),
        new("topk", x => x[0].topk(2, 1).values, One),
        new("cumsum", x => x[0].cumsum(1), One),
        new("cumprod", x => x[0].cumprod(1), One),
    ];
}
