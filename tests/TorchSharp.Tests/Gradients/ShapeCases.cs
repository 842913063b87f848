using static TorchSharp.torch;

namespace TorchSharp.Tests.Gradients;

/// <summary>Shapes, choices and products.</summary>
internal static class ShapeCases
{
    private static readonly long[][] One = [[2, 3, 2]];
    private static readonly long[][] Two = [[2, 3], [2, 3]];

    internal static IEnumerable<GradientCase> All => [.. Shapes(), .. Choices(), .. Products()];

    private static IEnumerable<GradientCase> Shapes() =>
    [
        new("reshape", x => x[0].reshape(3, 4), One),
        new("view", x => x[0].view(-1, 2), One),
        new("permute", x => x[0].permute(2, 0, 1), One),
        new("expand", x => x[0].unsqueeze(0).expand(2, -1, -1, -1), One),
        new("flip", x => x[0].flip(0, 2), One),
        new("repeat", x => x[0].repeat(1, 2, 1), One),
        new("repeat_interleave", x => x[0].repeat_interleave(2, 1), One),
        new("transpose", x => x[0].transpose(0, 2), One),
        new("flatten", x => x[0].flatten(1), One),
        new("unflatten", x => x[0].flatten().unflatten(0, 3, 4), One),
        new("squeeze", x => x[0].unsqueeze(1).squeeze(), One),
        new("squeeze_dim", x => x[0].unsqueeze(1).squeeze(1), One),
        new("unsqueeze", x => x[0].unsqueeze(-1), One),
        new("narrow", x => x[0].narrow(1, 1, 2), One),
        new("select", x => x[0].select(1, 2), One),
        new("slice", x => x[0].slice(1, 0, 3, 2), One),
        new("cat", x => cat([x[0], x[1]], 1), Two),
        new("stack", x => stack([x[0], x[1]], 1), Two),
        new("chunk", x => x[0].chunk(2, 1)[1], One),
        new("split", x => x[0].split(2, 1)[0], One),
        new("split_sizes", x => x[0].split([1, 2], 1)[1], One),
        new("unbind", x => x[0].unbind(1)[2], One),
        new("roll", x => x[0].roll(1, 1), One),
        new("triu", x => x[0].triu(), [[3, 3]]),
        new("tril", x => x[0].tril(-1), [[3, 3]]),
        new("unfold_windows", x => x[0].unfold(1, 2, 1), One),
    ];

    private static IEnumerable<GradientCase> Choices() =>
    [
        new("index", x => x[0][TensorIndex.Ellipsis, 1], One),
        new("index_put_", x => x[0].clone().index_put_(x[1], TensorIndex.Colon, 1), [[2, 3], [2]]),
        new("index_put_number_", x => x[0].clone().index_put_(1.5, 0), Two),
        new("index_select", x => x[0].index_select(1, Positions(2, 0, 2)), One),
        new("index_add", x => x[0].index_add(1, Positions(1, 1), x[1], 2), [[2, 3], [2, 2]]),
        new("gather", x => x[0].gather(1, Places), Two),
        new("scatter", x => x[0].scatter(1, Places, x[1]), [[2, 3], [2, 2]]),
        new("scatter_", x => x[0].clone().scatter_(1, Places, x[1]), [[2, 3], [2, 2]]),
        new("scatter_add", x => x[0].scatter_add(1, Places, x[1]), [[2, 3], [2, 2]]),
        new("scatter_add_", x => x[0].clone().scatter_add_(1, Places, x[1]), [[2, 3], [2, 2]]),
        new("masked_fill", x => x[0].masked_fill(Mask, 2), [[2, 3]]),
        new("masked_fill_", x => x[0].clone().masked_fill_(Mask, 2), [[2, 3]]),
        new("masked_select", x => x[0].masked_select(Mask), [[2, 3]]),
        new("take_along_dim", x => x[0].take_along_dim(Places, 1), [[2, 3]]),
    ];

    private static IEnumerable<GradientCase> Products() =>
    [
        new("matmul", x => x[0].matmul(x[1]), [[2, 3, 2], [2, 2]]),
        new("mm", x => x[0].mm(x[1]), [[2, 3], [3, 2]]),
        new("bmm", x => x[0].bmm(x[1]), [[2, 2, 3], [2, 3, 1]]),
        new("linear", x => nn.functional.linear(x[0], x[1], x[2]), [[2, 3], [4, 3], [4]]),
    ];

    private static Tensor Places => tensor(new long[,] { { 0, 2 }, { 1, 0 } });

    private static Tensor Mask => tensor(new[,] { { true, false, true }, { false, false, true } });

    private static Tensor Positions(params long[] positions) => tensor(positions);
}
