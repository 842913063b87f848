using TorchSharp;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Quantise;

/// <summary>
/// Rounding has no slope to learn by, so training replaces it by noise of the same width (Balle et al. 2017); in use values are rounded about the mean
/// that the decoder knows (Minnen et al. 2018).
/// </summary>
public static class Quantisation
{
    /// <summary>The values plus noise, uniform from -1/2 to 1/2.</summary>
    /// <param name="values">Of any shape.</param>
    /// <param name="generator">Of the values' device; null for the device's own.</param>
    public static Tensor Noisy(Tensor values, Generator? generator = null)
    {
        using var scope = NewDisposeScope();
        return (values + rand_like(values, generator: generator) - 0.5).MoveToOuterDisposeScope();
    }

    /// <summary>The integers that are coded: the values less their means, rounded, halves to the even neighbour.</summary>
    /// <param name="values">Of any shape.</param>
    /// <param name="means">Of the same shape, or one that broadcasts to it.</param>
    public static Tensor Symbols(Tensor values, Tensor means)
    {
        using var scope = NewDisposeScope();
        return (values - means).round().MoveToOuterDisposeScope();
    }

    /// <summary>What the decoder has: symbols plus means.</summary>
    public static Tensor Rounded(Tensor values, Tensor means)
    {
        using var scope = NewDisposeScope();
        return ((values - means).round() + means).MoveToOuterDisposeScope();
    }

    /// <summary>As <see cref="Rounded"/>, with the slope of the values themselves.</summary>
    public static Tensor RoundedStraightThrough(Tensor values, Tensor means)
    {
        using var scope = NewDisposeScope();
        var shift = (Rounded(values, means) - values).detach();
        return (values + shift).MoveToOuterDisposeScope();
    }
}
