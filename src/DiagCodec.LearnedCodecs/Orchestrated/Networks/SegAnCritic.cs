using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DiagCodec.LearnedCodecs.Orchestrated.Networks;

/// <summary>
/// SegAN's critic (Xue et al. 2018), the path that its released forward pass takes: six strided convolutions whose outputs, the input before them, are
/// all features. 9,393,088 parameters at a width of 64 and three channels. In the orchestrated designs it sees label maps alone.
/// </summary>
public sealed class SegAnCritic : Module<Tensor, Tensor>
{
    private static readonly int[] Kernels = [7, 5, 4, 4, 4, 3];

    /// <summary>How much the input and the six outputs count, as released.</summary>
    private static readonly int[] Weights = [1, 1, 2, 2, 2, 2, 4];

    private readonly ModuleList<Module<Tensor, Tensor>> stages = ModuleList<Module<Tensor, Tensor>>();

    /// <param name="layers">Pictures or volumes.</param>
    /// <param name="channels">Of the label map: its foreground classes.</param>
    /// <param name="width">Feature maps of the first stage, 64 as released.</param>
    public SegAnCritic(SpatialLayers layers, int channels, int width)
        : base(nameof(SegAnCritic))
    {
        int[] widths = [width, 2 * width, 4 * width, 8 * width, 8 * width, 8 * width];
        for (var i = 0; i < widths.Length; i++)
        {
            var convolution = layers.Convolution(i == 0 ? channels : widths[i - 1], widths[i], Kernels[i], 2);
            stages.Add(new ConvolutionStage(convolution, i == 0 ? null : layers.Normalisation(widths[i]), Activation.Leaky));
        }

        RegisterComponents();
        HeInitialisation.Apply(this);
    }

    /// <param name="labels">N x channels x sides, values 0 to 1.</param>
    /// <returns>N x features: the label map and the outputs of all stages, weighted, one after the other.</returns>
    public override Tensor forward(Tensor labels)
    {
        using var scope = NewDisposeScope();
        var (x, features) = (labels, new List<Tensor> { labels.flatten(1) * Weights[0] });
        for (var i = 0; i < stages.Count; i++)
        {
            x = stages[i].call(x);
            features.Add(x.flatten(1) * Weights[i + 1]);
        }

        return cat(features, 1).MoveToOuterDisposeScope();
    }
}
