using DiagCodec.LearnedCodecs.Layers;
using DiagCodec.LearnedCodecs.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Mvmic;

/// <summary>
/// The codec of MVMICNet (Yao et al., J. Northeastern Univ. 2026), reconstructed: its layers are not public, its references are hyperprior codecs with
/// attention, so this is the mean-scale hyperprior with channel attention in the middle of analysis and synthesis and on the latents. 7,041,995
/// parameters for N = 128, M = 192 and three channels: 13,992 more than without attention.
/// </summary>
public sealed class MvmicNet : HyperpriorCodec
{
    internal MvmicNet(CodecShape shape)
        : base(
            shape,
            nn.Sequential(
                Convolutions.Down5(shape.Channels, shape.Width),
                new Gdn(shape.Width),
                Convolutions.Down5(shape.Width, shape.Width),
                new Gdn(shape.Width),
                new ChannelAttention(shape.Width),
                Convolutions.Down5(shape.Width, shape.Width),
                new Gdn(shape.Width),
                Convolutions.Down5(shape.Width, shape.Latent),
                new ChannelAttention(shape.Latent)),
            nn.Sequential(
                new ChannelAttention(shape.Latent),
                Convolutions.Up5(shape.Latent, shape.Width),
                new Gdn(shape.Width, inverse: true),
                Convolutions.Up5(shape.Width, shape.Width),
                new Gdn(shape.Width, inverse: true),
                new ChannelAttention(shape.Width),
                Convolutions.Up5(shape.Width, shape.Width),
                new Gdn(shape.Width, inverse: true),
                Convolutions.Up5(shape.Width, shape.Channels)),
            MeanScaleHyper.Analysis(shape),
            MeanScaleHyper.Synthesis(shape))
    {
    }

    private protected override Tensor Parameters(Tensor fromHyper, Tensor latents) => fromHyper;
}
