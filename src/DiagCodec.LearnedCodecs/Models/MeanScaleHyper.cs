using DiagCodec.LearnedCodecs.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Models;

/// <summary>h_a and h_s of CompressAI's mbt2018-mean, for every codec that tells means and standard deviations from hyper-latents alone.</summary>
internal static class MeanScaleHyper
{
    public static Sequential Analysis(CodecShape shape) => nn.Sequential(
        Convolutions.Plain3(shape.Latent, shape.Width),
        Convolutions.Leaky(),
        Convolutions.Down5(shape.Width, shape.Width),
        Convolutions.Leaky(),
        Convolutions.Down5(shape.Width, shape.Width));

    public static Sequential Synthesis(CodecShape shape) => nn.Sequential(
        Convolutions.Up5(shape.Width, shape.Latent),
        Convolutions.Leaky(),
        Convolutions.Up5(shape.Latent, shape.Latent * 3 / 2),
        Convolutions.Leaky(),
        Convolutions.Plain3(shape.Latent * 3 / 2, shape.Latent * 2));
}
