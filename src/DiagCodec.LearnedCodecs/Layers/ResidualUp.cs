using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Layers;

/// <summary>Twice the sides: sub-pixel 3x3, leaky ReLU, 3x3, inverse GDN, and another sub-pixel 3x3 of the input added (Cheng et al. 2020).</summary>
public sealed class ResidualUp : nn.Module<Tensor, Tensor>
{
    private readonly Sequential subpel_conv;
    private readonly Conv2d conv;
    private readonly Gdn igdn;
    private readonly Sequential upsample;

    public ResidualUp(long from, long to)
        : base(nameof(ResidualUp))
    {
        subpel_conv = Convolutions.SubPixel3(from, to);
        conv = Convolutions.Plain3(to, to);
        igdn = new Gdn(to, inverse: true);
        upsample = Convolutions.SubPixel3(from, to);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var inner = conv.call(subpel_conv.call(input).leaky_relu());
        return (igdn.call(inner) + upsample.call(input)).MoveToOuterDisposeScope();
    }
}
