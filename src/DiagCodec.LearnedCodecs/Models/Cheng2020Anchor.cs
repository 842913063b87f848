using DiagCodec.LearnedCodecs.Layers;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Models;

/// <summary>
/// Cheng et al. 2020 without attention and with a single normal distribution, as CompressAI's cheng2020-anchor: residual blocks, and a context model that
/// tells each place of the latents from those before it. 11,833,149 parameters for N = 128 and three channels, 26,598,956 for N = 192.
/// </summary>
public sealed class Cheng2020Anchor : HyperpriorCodec
{
    internal Cheng2020Anchor(CodecShape shape)
        : base(
            shape,
            nn.Sequential(
                new ResidualDown(shape.Channels, shape.Width),
                new ResidualBlock(shape.Width),
                new ResidualDown(shape.Width, shape.Width),
                new ResidualBlock(shape.Width),
                new ResidualDown(shape.Width, shape.Width),
                new ResidualBlock(shape.Width),
                Convolutions.Plain3(shape.Width, shape.Width, 2)),
            nn.Sequential(
                new ResidualBlock(shape.Width),
                new ResidualUp(shape.Width, shape.Width),
                new ResidualBlock(shape.Width),
                new ResidualUp(shape.Width, shape.Width),
                new ResidualBlock(shape.Width),
                new ResidualUp(shape.Width, shape.Width),
                new ResidualBlock(shape.Width),
                Convolutions.SubPixel3(shape.Width, shape.Channels)),
            nn.Sequential(
                Convolutions.Plain3(shape.Width, shape.Width),
                Convolutions.Leaky(),
                Convolutions.Plain3(shape.Width, shape.Width),
                Convolutions.Leaky(),
                Convolutions.Plain3(shape.Width, shape.Width, 2),
                Convolutions.Leaky(),
                Convolutions.Plain3(shape.Width, shape.Width),
                Convolutions.Leaky(),
                Convolutions.Plain3(shape.Width, shape.Width, 2)),
            nn.Sequential(
                Convolutions.Plain3(shape.Width, shape.Width),
                Convolutions.Leaky(),
                Convolutions.SubPixel3(shape.Width, shape.Width),
                Convolutions.Leaky(),
                Convolutions.Plain3(shape.Width, shape.Width * 3 / 2),
                Convolutions.Leaky(),
                Convolutions.SubPixel3(shape.Width * 3 / 2, shape.Width * 3 / 2),
                Convolutions.Leaky(),
                Convolutions.Plain3(shape.Width * 3 / 2, shape.Width * 2)))
    {
        Context = new MaskedConvolution(shape.Latent, 2 * shape.Latent);
        ParameterNetwork = nn.Sequential(
            Convolutions.Plain1(shape.Latent * 4, shape.Latent * 10 / 3),
            Convolutions.Leaky(),
            Convolutions.Plain1(shape.Latent * 10 / 3, shape.Latent * 8 / 3),
            Convolutions.Leaky(),
            Convolutions.Plain1(shape.Latent * 8 / 3, shape.Latent * 2));
        register_module("context_prediction", Context);
        register_module("entropy_parameters", ParameterNetwork);
    }

    /// <summary>From the latents before a place.</summary>
    public MaskedConvolution Context { get; }

    /// <summary>From what h_s and the context say to standard deviations and means.</summary>
    public Sequential ParameterNetwork { get; }

    private protected override Tensor Parameters(Tensor fromHyper, Tensor latents)
    {
        using var scope = NewDisposeScope();
        return ParameterNetwork.call(cat([fromHyper, Context.call(latents)], 1)).MoveToOuterDisposeScope();
    }
}
