using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What convolutions of two and three dimensions share.</summary>
public abstract class Convolution : nn.Module<Tensor, Tensor>
{
    private readonly long[] _stride;
    private readonly long[] _padding;
    private readonly long[] _dilation;
    private readonly long[] _edges;
    private readonly long _groups;
    private readonly PaddingModes _mode;

    private protected Convolution(string name, ConvolutionShape shape, PaddingModes mode, bool bias, Device? device, ScalarType? dtype)
        : base(name)
    {
        (_stride, _dilation, _groups, _mode) = (shape.Stride, shape.Dilation, shape.Groups, mode);
        _edges = shape.Edges();
        // Equal edges of zeros are the convolution's own affair; all others are added to the input before it.
        var own = mode == PaddingModes.Zeros && shape.IsSymmetric(_edges);
        _padding = own ? shape.Before() : new long[shape.Kernel.Length];
        _edges = own ? [] : _edges;
        weight = new Parameter(empty([shape.Out, shape.In / shape.Groups, .. shape.Kernel], dtype, device));
        this.bias = bias ? new Parameter(empty([shape.Out], dtype, device)) : null;
        LayerInit.Uniform(weight, this.bias);
        register_parameter(nameof(weight), weight);
        register_parameter(nameof(bias), this.bias);
    }

    public Parameter weight { get; }

    public Parameter? bias { get; }

    public override Tensor forward(Tensor input)
    {
        if (_edges.Length == 0)
        {
            return Convolve(input, _stride, _padding, _dilation, _groups);
        }

        using var padded = nn.functional.pad(input, _edges, _mode);
        return Convolve(padded, _stride, _padding, _dilation, _groups);
    }

    private protected abstract Tensor Convolve(Tensor input, long[] stride, long[] padding, long[] dilation, long groups);
}
