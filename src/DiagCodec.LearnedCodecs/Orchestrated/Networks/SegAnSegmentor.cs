using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DiagCodec.LearnedCodecs.Orchestrated.Networks;

/// <summary>
/// SegAN's segmentor (Xue et al. 2018, layers as released): seven strided stages down with residual blocks, and back up by linear interpolation, skips
/// and separable kernels. 156,265,344 parameters at a width of 64 with three channels and one class.
/// </summary>
public sealed class SegAnSegmentor : Module<Tensor, Tensor>
{
    /// <summary>The shortest side of an image: the sixth stage must find two pixels.</summary>
    public const int Smallest = 33;

    private readonly ModuleList<Module<Tensor, Tensor>> down = ModuleList<Module<Tensor, Tensor>>();
    private readonly ModuleList<Module<Tensor, Tensor>> downBlocks = ModuleList<Module<Tensor, Tensor>>();
    private readonly Module<Tensor, Tensor> narrow;
    private readonly Module<Tensor, Tensor> widen;
    private readonly ModuleList<Module<Tensor, Tensor>> up = ModuleList<Module<Tensor, Tensor>>();
    private readonly ModuleList<Module<Tensor, Tensor>> upBlocks = ModuleList<Module<Tensor, Tensor>>();
    private readonly Module<Tensor, Tensor> head;
    private readonly SpatialLayers _layers;

    /// <param name="layers">Pictures or volumes.</param>
    /// <param name="inputs">Channels of the image, or of the feature image.</param>
    /// <param name="classes">Foreground classes; each has a sigmoid of its own.</param>
    /// <param name="width">Feature maps of the first stage, 64 as released.</param>
    public SegAnSegmentor(SpatialLayers layers, int inputs, int classes, int width)
        : base(nameof(SegAnSegmentor))
    {
        _layers = layers;
        int[] widths = [width, 2 * width, 4 * width, 8 * width, 8 * width, 16 * width, 32 * width];
        int[] kernels = [7, 5, 5, 5, 5, 4, 3];
        for (var i = 0; i < widths.Length; i++)
        {
            var convolution = layers.Convolution(i == 0 ? inputs : widths[i - 1], widths[i], kernels[i], 2);
            down.Add(new ConvolutionStage(convolution, i == 0 ? null : layers.Normalisation(widths[i]), Activation.Leaky));
        }

        foreach (var channels in widths[..5])
        {
            downBlocks.Add(new SegAnResidual(layers, channels, Activation.Leaky, normalises: false));
        }

        downBlocks.Add(Stage(layers.Convolution(16 * width, 16 * width, 1), 16 * width, Activation.Leaky));
        narrow = Stage(layers.Convolution(32 * width, 8 * width, 1), 8 * width, Activation.Leaky);
        widen = Stage(layers.Widening(8 * width, 32 * width), 32 * width, Activation.Plain);
        AddUp(layers.Convolution(64 * width, 16 * width, 3), 16 * width, Stage(layers.Convolution(16 * width, 16 * width, 1), 16 * width, Activation.Plain));
        AddUp(layers.Convolution(32 * width, 8 * width, 3), 8 * width);
        AddUp(new SeparableConvolution(layers, 16 * width, 8 * width, 7), 8 * width);
        AddUp(new SeparableConvolution(layers, 16 * width, 4 * width, 7), 4 * width);
        AddUp(new SeparableConvolution(layers, 8 * width, 2 * width, 9), 2 * width);
        AddUp(new SeparableConvolution(layers, 4 * width, width, 9), width);
        AddUp(new SeparableConvolution(layers, 2 * width, width, 11), width);
        head = layers.Convolution(width, classes, 5);
        RegisterComponents();
        HeInitialisation.Apply(this);
    }

    /// <param name="input">N x inputs x sides of <see cref="Smallest"/> or more; values 0 to 1.</param>
    /// <returns>N x classes x the same sides: class scores, to which a sigmoid belongs.</returns>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var x = (2 * input) - 1;
        var levels = new List<Tensor> { x };
        for (var i = 0; i < down.Count; i++)
        {
            x = Block(i, down[i].call(x));
            levels.Add(x);
        }

        x = widen.call(narrow.call(x));
        for (var i = 0; i < up.Count; i++)
        {
            var level = levels.Count - 1 - i;
            x = _layers.Resize(cat([levels[level], x], 1), levels[level - 1]);
            x = up[i].call(x);
            // The first block is a plain 1x1, added here; the others add by themselves.
            x = i == 0 ? upBlocks[i].call(x) + x : upBlocks[i].call(x);
        }

        return head.call(x).MoveToOuterDisposeScope();
    }

    private Tensor Block(int level, Tensor x) => level switch
    {
        < 5 => downBlocks[level].call(x),
        5 => downBlocks[level].call(x) + x,
        _ => x,
    };

    private void AddUp(Module<Tensor, Tensor> convolution, int channels, Module<Tensor, Tensor>? block = null)
    {
        up.Add(Stage(convolution, channels, Activation.Plain));
        upBlocks.Add(block ?? new SegAnResidual(_layers, channels, Activation.Plain, normalises: false));
    }

    private ConvolutionStage Stage(Module<Tensor, Tensor> convolution, int channels, double slope) =>
        new(convolution, _layers.Normalisation(channels), slope);
}
