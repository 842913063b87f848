using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What transposed convolutions of two and three dimensions share.</summary>
public abstract class ConvolutionTranspose : nn.Module<Tensor, Tensor>
{
    private readonly ConvolutionShape _shape;
    private readonly long[] _outputPadding;

    private protected ConvolutionTranspose(string name, ConvolutionShape shape, long[] outputPadding, bool bias, Device? device, ScalarType? dtype)
        : base(name)
    {
        (_shape, _outputPadding) = (shape, outputPadding);
        weight = new Parameter(empty([shape.In, shape.Out / shape.Groups, .. shape.Kernel], dtype, device));
        this.bias = bias ? new Parameter(empty([shape.Out], dtype, device)) : null;
        LayerInit.Uniform(weight, this.bias);
        register_parameter(nameof(weight), weight);
        register_parameter(nameof(bias), this.bias);
    }

    public Parameter weight { get; }

    public Parameter? bias { get; }

    public override Tensor forward(Tensor input) =>
        Convolve(input, _shape.Stride, _shape.Padding!, _outputPadding, _shape.Dilation, _shape.Groups);

    private protected abstract Tensor Convolve(Tensor input, long[] stride, long[] padding, long[] outputPadding, long[] dilation, long groups);
}
