using DiagCodec.LearnedCodecs.Layers;
using DiagCodec.LearnedCodecs.Quantise;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Models;

/// <summary>
/// A codec with a hyperprior: analysis g_a makes latents y, h_a makes hyper-latents z of them, and h_s tells means and standard deviations of y from z;
/// synthesis g_s makes the picture. Pictures are (batch, channels, height, width) from 0 to 1, sides multiples of 64. Parts and parameters are named as
/// in CompressAI's files.
/// </summary>
public abstract class HyperpriorCodec : nn.Module
{
    private protected HyperpriorCodec(CodecShape shape, Sequential analysis, Sequential synthesis, Sequential hyperAnalysis, Sequential hyperSynthesis)
        : base(shape.Codec)
    {
        Shape = shape;
        (Analysis, Synthesis, HyperAnalysis, HyperSynthesis) = (analysis, synthesis, hyperAnalysis, hyperSynthesis);
        Prior = new FactorisedPrior(shape.Width);
        register_module("g_a", Analysis);
        register_module("g_s", Synthesis);
        register_module("h_a", HyperAnalysis);
        register_module("h_s", HyperSynthesis);
        register_module("entropy_bottleneck", Prior);
    }

    public CodecShape Shape { get; }

    /// <summary>Picture to latents, g_a.</summary>
    public Sequential Analysis { get; }

    /// <summary>Latents to picture, g_s.</summary>
    public Sequential Synthesis { get; }

    /// <summary>Latents to hyper-latents, h_a.</summary>
    public Sequential HyperAnalysis { get; }

    /// <summary>Hyper-latents to what is known of the latents, h_s.</summary>
    public Sequential HyperSynthesis { get; }

    /// <summary>The distribution of the hyper-latents.</summary>
    public FactorisedPrior Prior { get; }

    /// <summary>All that the encoder's optimiser learns; the quantiles have one of their own.</summary>
    public IEnumerable<Parameter> MainParameters() => parameters().Where(p => !ReferenceEquals(p, Prior.Quantiles));

    /// <summary>Pictures to decoded pictures and estimated bits.</summary>
    /// <param name="pictures">See the class.</param>
    /// <param name="noisy">Noise instead of rounding, to learn by.</param>
    /// <param name="generator">Of the noise; null for the device's own.</param>
    /// <param name="cuts">Where gradients stop on their way; call its Backward instead of the loss's.</param>
    public CodecPass Pass(Tensor pictures, bool noisy, Generator? generator, GradientCuts cuts)
    {
        var latents = cuts.Cut(Analysis.call(pictures));
        var hyper = cuts.Cut(HyperAnalysis.call(latents));
        var knownHyper = Prior.Quantised(hyper, noisy, generator);
        var hyperBits = Prior.Bits(knownHyper);
        var context = noisy ? Quantisation.Noisy(latents, generator) : latents + (latents.round() - latents).detach();
        var parameters = cuts.Cut(Parameters(HyperSynthesis.call(knownHyper), context), GaussianConditional.PassBound);
        var halves = parameters.chunk(2, 1);
        var (scales, means) = (halves[0], halves[1]);
        var known = noisy ? context : Quantisation.RoundedStraightThrough(latents, means);
        var bits = GaussianConditional.Bits(known, scales, means);
        return new CodecPass(Synthesis.call(known), bits, hyperBits);
    }

    /// <summary>To be called behind every step of the optimiser.</summary>
    public void Project()
    {
        foreach (var layer in modules().OfType<IProjected>())
        {
            layer.Project();
        }
    }

    /// <summary>Standard deviations and means of the latents, side by side.</summary>
    /// <param name="fromHyper">What h_s makes.</param>
    /// <param name="latents">As the decoder has them; a place may only look at those before it.</param>
    private protected abstract Tensor Parameters(Tensor fromHyper, Tensor latents);
}
