using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DiagCodec.Benchmarks.Training;

/// <summary>Two times 3x3 convolution, group normalisation, leaky ReLU.</summary>
internal sealed class UNetBlock : nn.Module<Tensor, Tensor>
{
    private const int Groups = 8;
    private const double Slope = 0.01;

    [ComponentName(Name = "first")]
    private readonly Conv2d _first;

    [ComponentName(Name = "first_norm")]
    private readonly GroupNorm _firstNorm;

    [ComponentName(Name = "second")]
    private readonly Conv2d _second;

    [ComponentName(Name = "second_norm")]
    private readonly GroupNorm _secondNorm;

    public UNetBlock(int channelsIn, int channelsOut)
        : base(nameof(UNetBlock))
    {
        _first = nn.Conv2d(channelsIn, channelsOut, 3, padding: 1);
        _firstNorm = nn.GroupNorm(Groups, channelsOut);
        _second = nn.Conv2d(channelsOut, channelsOut, 3, padding: 1);
        _secondNorm = nn.GroupNorm(Groups, channelsOut);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        // What the backward pass does not need goes here, as C++ frees it; what it needs, it frees when it has used it.
        using var scope = NewDisposeScope();
        var x = nn.functional.leaky_relu(_firstNorm.call(_first.call(input)), Slope);
        return nn.functional.leaky_relu(_secondNorm.call(_second.call(x)), Slope).MoveToOuterDisposeScope();
    }
}
