using System.Collections.Immutable;
using DiagCodec.LearnedCodecs.Entropy;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DiagCodec.LearnedCodecs.Orchestrated.Code;

/// <summary>
/// How probable a set bit is, one probability for every channel of the code (reconstructed: Liu et al. say that bits are estimated and entropy-coded; for
/// a binary code their bound is this). Learned as logits; coded with whole numbers that every machine computes alike.
/// </summary>
public sealed class BernoulliModel : Module<Tensor, Tensor>
{
    /// <summary>No bit is so sure that the other one could not be written.</summary>
    private const int Least = 16;

    private const int Scale = 1 << 16;

    private readonly Parameter logits;

    /// <param name="channels">Of the code. All bits start as likely set as not.</param>
    public BernoulliModel(int channels)
        : base(nameof(BernoulliModel))
    {
        logits = Parameter(zeros(channels));
        RegisterComponents();
    }

    /// <param name="code">N x channels x sides, values -1 and 1, or between them with a gradient through the binariser.</param>
    /// <returns>Estimated bits of the whole batch, a scalar with a gradient to the code and to the probabilities.</returns>
    public override Tensor forward(Tensor code)
    {
        using var scope = NewDisposeScope();
        long[] shape = [1, code.shape[1], .. Enumerable.Repeat(1L, (int)code.ndim - 2)];
        var logit = logits.view(shape);
        var set = (1 + code) / 2;
        // -log2 sigmoid(l) for set bits, -log2 sigmoid(-l) for the others.
        var bits = (set * functional.softplus(-logit)) + ((1 - set) * functional.softplus(logit));
        return (bits.sum() / Math.Log(2)).MoveToOuterDisposeScope();
    }

    /// <summary>Probabilities of set bits times 65,536, 16 to 65,520, for the range coder.</summary>
    public ImmutableArray<uint> Probabilities()
    {
        using var scope = NewDisposeScope();
        var values = logits.detach().cpu().data<float>().ToArray();
        return [.. values.Select(v => (uint)Math.Clamp((int)Math.Floor((SteadyMath.Sigmoid(v) * Scale) + 0.5), Least, Scale - Least))];
    }
}
