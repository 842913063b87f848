using DiagCodec.LearnedCodecs.Entropy;
using TorchSharp;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Layers;

/// <summary>Bits of values that are normally distributed with means and standard deviations of their own (Minnen et al. 2018), each over a width of 1.</summary>
public static class GaussianConditional
{
    private const double SmallestLikelihood = 1e-9;

    private static readonly double RootOfHalf = Math.Sqrt(0.5);

    /// <summary>Bits of all values together.</summary>
    /// <param name="values">(batch, channels, height, width), with noise or rounded.</param>
    /// <param name="scales">Standard deviations, of the same shape; those below 0.11 count as 0.11.</param>
    /// <param name="means">Of the same shape.</param>
    public static Tensor Bits(Tensor values, Tensor scales, Tensor means)
    {
        using var scope = NewDisposeScope();
        var distance = (values - means).abs();

        // Which gradients pass at the bound is for PassBound to say; here scales below it are only raised.
        var bounded = scales + (scales.clamp(min: GaussianTables.SmallestScale) - scales).detach();
        var upper = Cumulative((0.5 - distance) / bounded);
        var lower = Cumulative((-0.5 - distance) / bounded);
        return Likelihoods.Bits(upper - lower, SmallestLikelihood).MoveToOuterDisposeScope();
    }

    /// <summary>
    /// The rule of CompressAI's lower bound for the gradient of scales: it passes where the scale is above the bound, or where it would raise the scale.
    /// The other half of the tensor, the means, passes as it is.
    /// </summary>
    /// <param name="parameters">(batch, 2 channels, height, width): scales, then means.</param>
    /// <param name="gradient">Of the same shape.</param>
    public static Tensor PassBound(Tensor parameters, Tensor gradient)
    {
        using var scope = NewDisposeScope();
        var (values, slopes) = (parameters.chunk(2, 1), gradient.chunk(2, 1));
        var passes = values[0].ge(GaussianTables.SmallestScale).logical_or(slopes[0].lt(0));
        return cat([slopes[0] * passes.to(slopes[0].dtype), slopes[1]], 1).MoveToOuterDisposeScope();
    }

    private static Tensor Cumulative(Tensor x) => (x * -RootOfHalf).erfc() * 0.5;
}
