using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DiagCodec.LearnedCodecs.Orchestrated.Networks;

/// <summary>A convolution of any kind, batch normalisation where it is wanted, an activation.</summary>
public sealed class ConvolutionStage : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> conv;
    private readonly Module<Tensor, Tensor>? norm;
    private readonly double _slope;

    /// <param name="convolution">Is owned.</param>
    /// <param name="normalisation">Is owned; null for none.</param>
    /// <param name="slope">Of the activation below 0; 0 is plain ReLU.</param>
    public ConvolutionStage(Module<Tensor, Tensor> convolution, Module<Tensor, Tensor>? normalisation, double slope)
        : base(nameof(ConvolutionStage))
    {
        (conv, norm, _slope) = (convolution, normalisation, slope);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var x = conv.call(input);
        x = norm is null ? x : norm.call(x);
        return Activation.Apply(x, _slope).MoveToOuterDisposeScope();
    }
}
