using TorchSharp;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Layers;

/// <summary>From likelihoods to bits.</summary>
internal static class Likelihoods
{
    /// <summary>
    /// The sum of -log2. A likelihood below the bound counts as the bound and learns as itself: more of it is always wanted, so CompressAI's bound, which
    /// lets such gradients through, lets all of them through here.
    /// </summary>
    public static Tensor Bits(Tensor likelihoods, double smallest)
    {
        using var scope = NewDisposeScope();
        var raise = (likelihoods.clamp(min: smallest) - likelihoods).detach();
        return (likelihoods + raise).log2().sum().neg().MoveToOuterDisposeScope();
    }
}
