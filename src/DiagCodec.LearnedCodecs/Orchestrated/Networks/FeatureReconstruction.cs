using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DiagCodec.LearnedCodecs.Orchestrated.Networks;

/// <summary>
/// The feature reconstruction g of Liu et al. (MICCAI 2020): bits to a feature image of the source's size. The paper says one output channel and
/// no more, so the layers are reconstructed: 3x3 with a residual block, four doublings by 4x4 transposed convolutions with half the channels each, and
/// a 3x3 with a sigmoid. What comes out is what the segmentor likes to see; it is not an image of the patient and must never be shown as one.
/// </summary>
public sealed class FeatureReconstruction : Module<Tensor, Tensor>
{
    private const int Doublings = 4;

    private readonly ModuleList<Module<Tensor, Tensor>> stages = ModuleList<Module<Tensor, Tensor>>();
    private readonly Module<Tensor, Tensor> head;

    /// <param name="layers">Pictures or volumes.</param>
    /// <param name="bits">Channels of the code.</param>
    /// <param name="width">Feature maps at the full size; there are 8 times as many at the code's size.</param>
    /// <param name="outputs">1; a design that reconstructs the image has the image's channels.</param>
    public FeatureReconstruction(SpatialLayers layers, int bits, int width, int outputs)
        : base(nameof(FeatureReconstruction))
    {
        var wide = 8 * width;
        stages.Add(new ConvolutionStage(layers.Convolution(bits, wide, 3), layers.Normalisation(wide), Activation.Leaky));
        stages.Add(new SegAnResidual(layers, wide, Activation.Leaky, normalises: true));
        for (var i = 0; i < Doublings; i++)
        {
            var narrow = Math.Max(width, wide / 2);
            stages.Add(new ConvolutionStage(layers.Doubling(wide, narrow), layers.Normalisation(narrow), Activation.Leaky));
            wide = narrow;
        }

        head = layers.Convolution(wide, outputs, 3, bias: true);
        RegisterComponents();

        // The last layer keeps the library's start, which is smaller: a squashed output of large values has no slope to learn by.
        HeInitialisation.Apply(stages);
    }

    /// <param name="code">N x bits x sides, values -1 and 1.</param>
    /// <returns>N x outputs x 16 times the sides, values 0 to 1.</returns>
    public override Tensor forward(Tensor code)
    {
        using var scope = NewDisposeScope();
        var x = code;
        foreach (var stage in stages)
        {
            x = stage.call(x);
        }

        return head.call(x).sigmoid().MoveToOuterDisposeScope();
    }
}
