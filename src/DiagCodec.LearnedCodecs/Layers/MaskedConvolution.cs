using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Layers;

/// <summary>
/// A 5x5 convolution that sees only what comes before a place in raster order, and not the place itself (type A, van den Oord et al. 2016): 12 of its 25
/// taps count. The others are parameters all the same, as in CompressAI.
/// </summary>
public sealed class MaskedConvolution : nn.Module<Tensor, Tensor>
{
    /// <summary>Taps to a side.</summary>
    public const int Side = 5;

    /// <summary>Taps that come before the middle one.</summary>
    public const int Taps = Side * Side / 2;

    private readonly Parameter weight;
    private readonly Parameter bias;
    private readonly Tensor _mask;

    public MaskedConvolution(long from, long to)
        : base(nameof(MaskedConvolution))
    {
        using var scope = NewDisposeScope();
        weight = new Parameter(empty(to, from, Side, Side));
        bias = new Parameter(empty(to));
        nn.init.kaiming_uniform_(weight, Math.Sqrt(5));
        var bound = 1 / Math.Sqrt(from * Side * Side);
        nn.init.uniform_(bias, -bound, bound);
        _mask = arange(Side * Side).lt(Taps).to(ScalarType.Float32).reshape(1, 1, Side, Side);
        register_buffer("mask", _mask, persistent: false);
        register_parameter(nameof(weight), weight);
        register_parameter(nameof(bias), bias);
    }

    public Parameter Weight => weight;

    public Parameter Bias => bias;

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        return nn.functional.conv2d(input, weight * _mask, bias, padding: [Side / 2, Side / 2]).MoveToOuterDisposeScope();
    }
}
