using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace TorchSharp.Tests.Gradients;

/// <summary>Layers and losses.</summary>
internal static class LayerCases
{
    private static readonly long[][] Image = [[2, 4, 4, 4]];
    private static readonly long[][] Volume = [[1, 2, 4, 4, 4]];

    internal static IEnumerable<GradientCase> All => [.. Convolutions(), .. Pooling(), .. Normalisation(), .. Resampling(), .. Losses()];

    private static IEnumerable<GradientCase> Convolutions() =>
    [
        new("conv1d", x => F.conv1d(x[0], x[1], x[2], padding: [1]), [[1, 2, 5], [3, 2, 3], [3]]),
        new("conv2d", x => F.conv2d(x[0], x[1], x[2], [2], [1], [1], 2), [[1, 4, 5, 4], [2, 2, 3, 3], [2]]),
        new("conv3d", x => F.conv3d(x[0], x[1], x[2], padding: [1, 0, 1]), [[1, 2, 3, 3, 3], [2, 2, 3, 2, 3], [2]]),
        new("conv_transpose1d", x => F.conv_transpose1d(x[0], x[1], x[2], [2]), [[1, 2, 3], [2, 3, 2], [3]]),
        new("conv_transpose2d", x => F.conv_transpose2d(x[0], x[1], x[2], [2], [1], [1]), [[1, 2, 3, 3], [2, 3, 3, 3], [3]]),
        new("conv_transpose3d", x => F.conv_transpose3d(x[0], x[1], x[2], [2]), [[1, 2, 2, 2, 2], [2, 2, 2, 2, 2], [2]]),
        new("unfold", x => F.unfold(x[0], 2, padding: 1, stride: 2), Image),
        new("fold", x => F.fold(x[0], 4, 2, stride: 2), [[1, 8, 4]]),
    ];

    private static IEnumerable<GradientCase> Pooling() =>
    [
        new("max_pool2d", x => F.max_pool2d(x[0], 3, 2, 1), Image),
        new("max_pool3d", x => F.max_pool3d(x[0], 2), Volume),
        new("avg_pool2d", x => F.avg_pool2d(x[0], 3, 2, 1, count_include_pad: false), Image),
        new("avg_pool3d", x => F.avg_pool3d(x[0], 2), Volume),
        new("adaptive_avg_pool2d", x => F.adaptive_avg_pool2d(x[0], (3, 2)), Image),
        new("adaptive_avg_pool3d", x => F.adaptive_avg_pool3d(x[0], 3), Volume),
    ];

    private static IEnumerable<GradientCase> Normalisation() =>
    [
        new("batch_norm", x => F.batch_norm(x[0], null, null, x[1], x[2], training: true), [[2, 4, 4, 4], [4], [4]]),
        new("instance_norm", x => F.instance_norm(x[0], weight: x[1], bias: x[2]), [[2, 4, 4, 4], [4], [4]]),
        new("group_norm", x => F.group_norm(x[0], 2, x[1], x[2]), [[2, 4, 4, 4], [4], [4]]),
        new("layer_norm", x => F.layer_norm(x[0], [4, 4], x[1], x[2]), [[2, 4, 4], [4, 4], [4, 4]]),
    ];

    private static IEnumerable<GradientCase> Resampling() =>
    [
        new("interpolate", x => F.interpolate(x[0], [7, 3], mode: InterpolationMode.Bilinear), Image),
        new("pad", x => F.pad(x[0], [1, 2, 0, 1], PaddingModes.Reflect), Image),
        new("grid_sample", x => F.grid_sample(x[0], x[1], align_corners: false), [[1, 2, 4, 4], [1, 3, 3, 2]]),
        new("affine_grid", x => F.affine_grid(x[0], [1, 1, 3, 3]), [[1, 2, 3]]),
        new("pixel_shuffle", x => F.pixel_shuffle(x[0], 2), Image),
        new("pixel_unshuffle", x => F.pixel_unshuffle(x[0], 2), Image),
    ];

    private static IEnumerable<GradientCase> Losses()
    {
        long[][] two = [[3, 4], [3, 4]];
        return
        [
            new("cross_entropy", x => F.cross_entropy(x[0], Classes, tensor([0.5, 1.0, 1.5, 2.0]), ignore_index: 2, label_smoothing: 0.1), [[3, 4]]),
            new("nll_loss", x => F.nll_loss(x[0], Classes), [[3, 4]]),
            new("mse_loss", x => F.mse_loss(x[0], x[1], nn.Reduction.Sum), two),
            new("l1_loss", x => F.l1_loss(x[0], x[1]), two),
            new("smooth_l1_loss", x => F.smooth_l1_loss(x[0], x[1], beta: 0.3), two),
            new("huber_loss", x => F.huber_loss(x[0], x[1], 0.3), two),
            new("kl_div", x => F.kl_div(x[0], x[1]), two),
            new("binary_cross_entropy", x => F.binary_cross_entropy(x[0], x[1]), two, Positive: true),
            new("binary_cross_entropy_logits", x => F.binary_cross_entropy_with_logits(x[0], x[1]), two, Positive: true),
        ];
    }

    private static Tensor Classes => tensor(new long[] { 1, 2, 0 });
}
