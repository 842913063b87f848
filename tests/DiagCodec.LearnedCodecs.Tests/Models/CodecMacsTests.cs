using DiagCodec.LearnedCodecs.Layers;
using DiagCodec.LearnedCodecs.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Tests.Models;

/// <summary>Against what the layers themselves do to a picture: weights times the places that they are applied at.</summary>
public sealed class CodecMacsTests
{
    private const int Side = 128;

    [Theory]
    [InlineData(CodecShape.MeanScale, 3, 16, 24)]
    [InlineData(CodecShape.MeanScale, 1, 32, 48)]
    [InlineData(CodecShape.Cheng, 3, 16, 16)]
    [InlineData(CodecShape.Cheng, 1, 20, 20)]
    public void Multiplications_are_those_of_the_layers(string codec, int channels, int width, int latent)
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        var shape = new CodecShape(codec, channels, width, latent);
        using var network = shape.Create();
        var macs = CodecMacs.Of(shape);
        var latents = randn(1, latent, Side / 16, Side / 16);
        var hyper = randn(1, width, Side / 64, Side / 64);
        Assert.Equal(Count(network.Analysis, randn(1, channels, Side, Side)), macs.Analysis, 6);
        Assert.Equal(Count(network.Synthesis, latents), macs.Synthesis, 6);
        Assert.Equal(Count(network.HyperAnalysis, latents), macs.HyperAnalysis, 6);
        Assert.Equal(Count(network.HyperSynthesis, hyper), macs.HyperSynthesis, 6);
        if (network is Cheng2020Anchor anchor)
        {
            var masked = (double)anchor.Context.Weight.numel() * MaskedConvolution.Taps / 25 / 256;
            Assert.Equal(masked + Count(anchor.ParameterNetwork, randn(1, 4 * latent, Side / 16, Side / 16)), macs.Context, 6);
        }
        else
        {
            Assert.Equal(0, macs.Context);
        }

        Assert.Equal(macs.Analysis + macs.HyperAnalysis + macs.HyperSynthesis + macs.Context, macs.Encode);
        Assert.Equal(macs.HyperSynthesis + macs.Context + macs.Synthesis, macs.Decode);
    }

    [Fact]
    public void The_published_sizes_take_so_many()
    {
        // By hand, term by term.
        Assert.Equal(48_928, CodecMacs.Of(new CodecShape(CodecShape.MeanScale, 3, 128, 192)).Encode, 1e-6);
        Assert.Equal(173_056.44, CodecMacs.Of(new CodecShape(CodecShape.Cheng, 3, 128, 128)).Encode, 0.01);
    }

    private static double Count(Sequential layers, Tensor input)
    {
        var count = 0.0;
        for (var i = 0; i < layers.Count; i++)
        {
            var output = layers[i].call(input);
            count += Of(layers[i], Places(input), Places(output));
            input = output;
        }

        return count / (Side * Side);
    }

    private static double Of(nn.Module layer, long before, long after) => layer switch
    {
        ResidualUp => layer.named_parameters().Where(p => IsWeight(p.name)).Sum(
            p => p.parameter.numel() * (p.name.StartsWith("subpel", StringComparison.Ordinal) || p.name.StartsWith("upsample", StringComparison.Ordinal) ? before : after)),
        ConvTranspose2d or Sequential => layer.named_parameters().Where(p => IsWeight(p.name)).Sum(p => p.parameter.numel() * before),
        _ => layer.named_parameters().Where(p => IsWeight(p.name)).Sum(p => p.parameter.numel() * after),
    };

    private static bool IsWeight(string name) => name.EndsWith("weight", StringComparison.Ordinal) || name.EndsWith("gamma", StringComparison.Ordinal);

    private static long Places(Tensor map) => map.shape[2] * map.shape[3];
}
