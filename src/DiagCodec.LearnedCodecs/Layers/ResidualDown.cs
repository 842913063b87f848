using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Layers;

/// <summary>Half the sides: 3x3 with stride 2, leaky ReLU, 3x3, GDN, and a 1x1 with stride 2 added (Cheng et al. 2020).</summary>
public sealed class ResidualDown : nn.Module<Tensor, Tensor>
{
    private readonly Conv2d conv1;
    private readonly Conv2d conv2;
    private readonly Gdn gdn;
    private readonly Conv2d skip;

    public ResidualDown(long from, long to)
        : base(nameof(ResidualDown))
    {
        conv1 = Convolutions.Plain3(from, to, 2);
        conv2 = Convolutions.Plain3(to, to);
        gdn = new Gdn(to);
        skip = Convolutions.Plain1(from, to, 2);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var inner = conv2.call(conv1.call(input).leaky_relu());
        return (gdn.call(inner) + skip.call(input)).MoveToOuterDisposeScope();
    }
}
