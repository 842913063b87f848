using DiagCodec.LearnedCodecs.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Models;

/// <summary>
/// The mean-scale hyperprior of Minnen et al. 2018 without its context model, as CompressAI's mbt2018-mean: 7,028,003 parameters for N = 128, M = 192 and
/// three channels, 17,561,699 for N = 192, M = 320.
/// </summary>
public sealed class MeanScaleHyperprior : HyperpriorCodec
{
    internal MeanScaleHyperprior(CodecShape shape)
        : base(
            shape,
            nn.Sequential(
                Convolutions.Down5(shape.Channels, shape.Width),
                new Gdn(shape.Width),
                Convolutions.Down5(shape.Width, shape.Width),
                new Gdn(shape.Width),
                Convolutions.Down5(shape.Width, shape.Width),
                new Gdn(shape.Width),
                Convolutions.Down5(shape.Width, shape.Latent)),
            nn.Sequential(
                Convolutions.Up5(shape.Latent, shape.Width),
                new Gdn(shape.Width, inverse: true),
                Convolutions.Up5(shape.Width, shape.Width),
                new Gdn(shape.Width, inverse: true),
                Convolutions.Up5(shape.Width, shape.Width),
                new Gdn(shape.Width, inverse: true),
                Convolutions.Up5(shape.Width, shape.Channels)),
            MeanScaleHyper.Analysis(shape),
            MeanScaleHyper.Synthesis(shape))
    {
    }

    private protected override Tensor Parameters(Tensor fromHyper, Tensor latents) => fromHyper;
}
