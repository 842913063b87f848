using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Orchestrated.Networks;

/// <summary>SegAN's start weights: normal with variance 2 / (kernel elements * outputs) for convolutions (He et al. 2015), biases of 0.</summary>
internal static class HeInitialisation
{
    public static void Apply(nn.Module network)
    {
        using var scope = NewDisposeScope();
        using var fixedGraph = no_grad();
        foreach (var module in network.modules())
        {
            switch (module)
            {
                case Convolution c:
                    Draw(c.weight, c.weight.shape[0], c.bias);
                    break;
                case ConvolutionTranspose t:
                    Draw(t.weight, t.weight.shape[1], t.bias);
                    break;
                default:
                    break;
            }
        }
    }

    private static void Draw(Parameter weight, long outputs, Parameter? bias)
    {
        var kernel = weight.shape[2..].Aggregate(1L, (product, length) => product * length);
        nn.init.normal_(weight, 0, Math.Sqrt(2.0 / (kernel * outputs)));
        if (bias is not null)
        {
            nn.init.zeros_(bias);
        }
    }
}
