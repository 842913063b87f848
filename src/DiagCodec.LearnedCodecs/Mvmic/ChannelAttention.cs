using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DiagCodec.LearnedCodecs.Mvmic;

/// <summary>
/// Channel attention (squeeze and excitation, Hu et al. 2018): every channel is multiplied by a weight between 0 and 2 that two layers make of all channels'
/// means over the picture. It begins close to the identity.
/// </summary>
public sealed class ChannelAttention : Module<Tensor, Tensor>
{
    /// <summary>Channels to one hidden one.</summary>
    public const int Reduction = 16;

    /// <summary>Of the last layer's first weights: small, but not 0, which would keep the first layer from learning.</summary>
    private const double StartDeviation = 1e-3;

    private readonly Module<Tensor, Tensor> squeeze;
    private readonly Module<Tensor, Tensor> excite;

    /// <param name="channels">1 or more; a sixteenth of them, at least one, are hidden.</param>
    public ChannelAttention(int channels)
        : base(nameof(ChannelAttention))
    {
        var hidden = Math.Max(1, channels / Reduction);
        squeeze = Conv2d(channels, hidden, kernel_size: 1);
        var last = Conv2d(hidden, channels, kernel_size: 1);
        init.normal_(last.weight, 0, StartDeviation);
        init.zeros_(last.bias!);
        excite = last;
        RegisterComponents();
    }

    /// <param name="input">N x channels x H x W.</param>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var means = input.mean([2, 3], keepdim: true);
        var weights = 2 * excite.call(squeeze.call(means).leaky_relu()).sigmoid();
        return (input * weights).MoveToOuterDisposeScope();
    }
}
