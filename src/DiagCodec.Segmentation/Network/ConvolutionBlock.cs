using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DiagCodec.Segmentation.Network;

/// <summary>
/// Twice: 3x3 convolution without bias, group normalisation, leaky ReLU (slope 0.01). nnU-Net's block (Isensee 2021) with group
/// instead of instance normalisation, so that a flat patch does not amplify its noise.
/// </summary>
public sealed class ConvolutionBlock : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> conv1;
    private readonly Module<Tensor, Tensor> norm1;
    private readonly Module<Tensor, Tensor> conv2;
    private readonly Module<Tensor, Tensor> norm2;

    /// <param name="inputs">Channels that come in.</param>
    /// <param name="outputs">Channels that go out, a multiple of <paramref name="groups"/>.</param>
    /// <param name="stride">Of the first convolution: 1, or 2 to halve the size.</param>
    /// <param name="groups">Groups of the normalisation.</param>
    public ConvolutionBlock(int inputs, int outputs, int stride, int groups)
        : base(nameof(ConvolutionBlock))
    {
        conv1 = Conv2d(inputs, outputs, kernel_size: 3, stride: stride, padding: 1, bias: false);
        norm1 = GroupNorm(groups, outputs);
        conv2 = Conv2d(outputs, outputs, kernel_size: 3, stride: 1, padding: 1, bias: false);
        norm2 = GroupNorm(groups, outputs);
        RegisterComponents();
    }

    /// <param name="input">N x inputs x H x W.</param>
    /// <returns>N x outputs x H/stride x W/stride.</returns>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var x = norm1.call(conv1.call(input)).leaky_relu_(0.01);
        x = norm2.call(conv2.call(x)).leaky_relu_(0.01);
        return x.MoveToOuterDisposeScope();
    }
}
