using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Layers;

/// <summary>Two 3x3 convolutions, a leaky ReLU behind each, and the input added (Cheng et al. 2020).</summary>
public sealed class ResidualBlock : nn.Module<Tensor, Tensor>
{
    private readonly Conv2d conv1;
    private readonly Conv2d conv2;

    public ResidualBlock(long channels)
        : base(nameof(ResidualBlock))
    {
        conv1 = Convolutions.Plain3(channels, channels);
        conv2 = Convolutions.Plain3(channels, channels);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var inner = conv1.call(input).leaky_relu();
        return (conv2.call(inner).leaky_relu() + input).MoveToOuterDisposeScope();
    }
}
