using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DiagCodec.LearnedCodecs.Orchestrated.Networks;

/// <summary>
/// SegAN's residual block (Xue et al. 2018, as released): 1x1 to twice the channels, 3x3, 1x1 back, an activation after each, added to the input. Its
/// three batch normalisations exist and are counted, but the released forward pass does not call them.
/// </summary>
public sealed class SegAnResidual : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> conv1;
    private readonly Module<Tensor, Tensor> norm1;
    private readonly Module<Tensor, Tensor> conv2;
    private readonly Module<Tensor, Tensor> norm2;
    private readonly Module<Tensor, Tensor> conv3;
    private readonly Module<Tensor, Tensor> norm3;
    private readonly double _slope;
    private readonly bool _normalises;

    /// <param name="layers">Pictures or volumes.</param>
    /// <param name="channels">In and out.</param>
    /// <param name="slope">Of the activations below 0.</param>
    /// <param name="normalises">Whether the normalisations are called; false as released.</param>
    public SegAnResidual(SpatialLayers layers, int channels, double slope, bool normalises)
        : base(nameof(SegAnResidual))
    {
        conv1 = layers.Convolution(channels, 2 * channels, 1);
        norm1 = layers.Normalisation(2 * channels);
        conv2 = layers.Convolution(2 * channels, 2 * channels, 3);
        norm2 = layers.Normalisation(2 * channels);
        conv3 = layers.Convolution(2 * channels, channels, 1);
        norm3 = layers.Normalisation(channels);
        (_slope, _normalises) = (slope, normalises);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var x = Step(input, conv1, norm1);
        x = Step(x, conv2, norm2);
        x = Step(x, conv3, norm3);
        return (input + x).MoveToOuterDisposeScope();
    }

    private Tensor Step(Tensor x, Module<Tensor, Tensor> convolution, Module<Tensor, Tensor> normalisation)
    {
        var y = convolution.call(x);
        return Activation.Apply(_normalises ? normalisation.call(y) : y, _slope);
    }
}
