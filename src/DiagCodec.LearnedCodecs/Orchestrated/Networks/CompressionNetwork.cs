using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DiagCodec.LearnedCodecs.Orchestrated.Networks;

/// <summary>
/// The compression network C of Liu et al. (MICCAI 2020), reconstructed: the paper gives 1.3 million parameters and 0.79 % of SegAN's operations, made by
/// cutting feature maps and dropping layers of SegAN's encoder, and this encoder meets both (1,301,540 parameters and 9,099 multiplications a pixel at
/// a width of 12, 3 channels and 32 bits). 7x7 and 5x5 convolutions of stride 2, two residual blocks after the first stage, three after the fourth.
/// </summary>
public sealed class CompressionNetwork : Module<Tensor, Tensor>
{
    /// <summary>Sizes are multiples of this: four halvings.</summary>
    public const int Multiple = 16;

    private const int EarlyBlocks = 2;
    private const int LateBlocks = 3;

    private readonly ModuleList<Module<Tensor, Tensor>> stages = ModuleList<Module<Tensor, Tensor>>();
    private readonly Module<Tensor, Tensor> head;
    private readonly SpatialLayers _layers;

    /// <param name="layers">Pictures or volumes.</param>
    /// <param name="channels">Of the image.</param>
    /// <param name="width">Feature maps of the first stage; every stage doubles them.</param>
    /// <param name="bits">Of a cell of 16 x 16 pixels (16 x 16 x 16 voxels).</param>
    public CompressionNetwork(SpatialLayers layers, int channels, int width, int bits)
        : base(nameof(CompressionNetwork))
    {
        _layers = layers;
        stages.Add(new ConvolutionStage(layers.Convolution(channels, width, 7, 2), null, Activation.Leaky));
        AddBlocks(EarlyBlocks, width);
        for (var stage = 1; stage < 4; stage++)
        {
            stages.Add(new ConvolutionStage(layers.Convolution(width, 2 * width, 5, 2), layers.Normalisation(2 * width), Activation.Leaky));
            width *= 2;
        }

        AddBlocks(LateBlocks, width);
        head = layers.Convolution(width, bits, 3, bias: true);
        RegisterComponents();

        // The last layer keeps the library's start, which is smaller: a squashed output of large values has no slope to learn by.
        HeInitialisation.Apply(stages);
    }

    /// <summary>Multiplications of all convolutions for one pixel (voxel) of the image.</summary>
    public double MultiplicationsPerPixel
    {
        get
        {
            var (sum, halvings) = (0.0, 0);
            foreach (var stage in stages)
            {
                halvings += stage is ConvolutionStage ? 1 : 0;
                sum += Weights(stage) / Math.Pow(1 << halvings, _layers.Dimensions);
            }

            return sum + (Weights(head) / Math.Pow(Multiple, _layers.Dimensions));
        }
    }

    /// <param name="input">N x channels x sides that are multiples of <see cref="Multiple"/>; values 0 to 1.</param>
    /// <returns>N x bits x sides / 16: what is binarised, not yet squashed.</returns>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var x = (2 * input) - 1;
        foreach (var stage in stages)
        {
            x = stage.call(x);
        }

        return head.call(x).MoveToOuterDisposeScope();
    }

    private void AddBlocks(int count, int width)
    {
        for (var i = 0; i < count; i++)
        {
            stages.Add(new SegAnResidual(_layers, width, Activation.Leaky, normalises: true));
        }
    }

    private static long Weights(nn.Module module) => module.parameters().Where(p => p.ndim > 1).Sum(p => p.numel());
}
