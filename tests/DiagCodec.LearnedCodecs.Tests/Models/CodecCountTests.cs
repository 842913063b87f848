using DiagCodec.Imaging.Faults;
using DiagCodec.LearnedCodecs.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Tests.Models;

public sealed class CodecCountTests
{
    [Theory]
    [InlineData(CodecShape.MeanScale, 128, 192, 7_028_003)]
    [InlineData(CodecShape.MeanScale, 192, 320, 17_561_699)]
    [InlineData(CodecShape.Cheng, 128, 128, 11_833_149)]
    [InlineData(CodecShape.Cheng, 192, 192, 26_598_956)]
    public void Parameters_are_as_many_as_published(string codec, int width, int latent, long expected)
    {
        using var network = new CodecShape(codec, 3, width, latent).Create();
        Assert.Equal(expected, Count(network));
    }

    [Fact]
    public void Parts_of_the_mean_scale_hyperprior_are_as_many_as_published()
    {
        using var network = new CodecShape(CodecShape.MeanScale, 3, 128, 192).Create();
        Assert.Equal(
            [1_493_312, 1_493_123, 1_040_768, 2_992_992, 7_808],
            [Count(network.Analysis), Count(network.Synthesis), Count(network.HyperAnalysis), Count(network.HyperSynthesis), Count(network.Prior)]);
    }

    [Fact]
    public void Parts_of_the_anchor_are_as_many_as_published()
    {
        using var network = (Cheng2020Anchor)new CodecShape(CodecShape.Cheng, 3, 128, 128).Create();
        Assert.Equal(
            [1_857_664, 5_228_812, 737_920, 2_729_792, 819_456, 451_697, 7_808],
            [
                Count(network.Analysis), Count(network.Synthesis), Count(network.HyperAnalysis), Count(network.HyperSynthesis),
                Count(network.Context), Count(network.ParameterNetwork), Count(network.Prior),
            ]);
    }

    [Theory]
    [InlineData(CodecShape.MeanScale, 7_028_003 - (25 * 2 * 128) - ((25 * 2 * 128) + 2))]
    [InlineData(CodecShape.Cheng, 11_833_149 - (9 * 2 * 128) - (2 * 128) - (8 * ((9 * 128) + 1)))]
    public void One_channel_drops_the_weights_of_two(string codec, long expected)
    {
        using var network = new CodecShape(codec, 1, 128, codec == CodecShape.Cheng ? 128 : 192).Create();
        Assert.Equal(expected, Count(network));
    }

    [Theory]
    [InlineData(CodecShape.MeanScale, 1)]
    [InlineData(CodecShape.MeanScale, 3)]
    [InlineData(CodecShape.Cheng, 1)]
    [InlineData(CodecShape.Cheng, 3)]
    public void Pictures_keep_their_shape_and_latents_are_a_sixteenth(string codec, int channels)
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        using var network = new CodecShape(codec, channels, 8, 8).Create();
        var pictures = rand(2, channels, 64, 128);
        Assert.Equal([2, 8, 4, 8], network.Analysis.call(pictures).shape);
        Assert.Equal([2, 8, 1, 2], network.HyperAnalysis.call(network.Analysis.call(pictures)).shape);
        var pass = network.Pass(pictures, noisy: false, null, new LearnedCodecs.Layers.GradientCuts());
        Assert.Equal(pictures.shape, pass.Pictures.shape);
        Assert.True(pass.LatentBits.ToDouble() > 0 && pass.HyperBits.ToDouble() > 0);
    }

    [Theory]
    [InlineData("mbt2018", 1, 8, 8, "codec: expected mbt2018-mean or cheng2020-anchor")]
    [InlineData(CodecShape.MeanScale, 2, 8, 8, "channels: expected 1 or 3")]
    [InlineData(CodecShape.MeanScale, 1, 4, 8, "width: expected 8 to 1024")]
    [InlineData(CodecShape.MeanScale, 1, 8, 9, "latent: expected an even number")]
    [InlineData(CodecShape.Cheng, 1, 8, 16, "as many latents as its width")]
    public void Wrong_shapes_are_refused(string codec, int channels, int width, int latent, string words) =>
        Assert.Contains(words, Assert.Throws<UsageException>(() => new CodecShape(codec, channels, width, latent).Create()).Message, StringComparison.Ordinal);

    [Fact]
    public void Every_parameter_learns()
    {
        foreach (var codec in CodecShape.Names)
        {
            using var scope = NewDisposeScope();
            manual_seed(1);
            using var network = new CodecShape(codec, 1, 8, 8).Create();
            var cuts = new LearnedCodecs.Layers.GradientCuts();
            var pictures = rand(1, 1, 128, 128);
            var pass = network.Pass(pictures, noisy: true, null, cuts);
            cuts.Backward((pass.Pictures - pictures).square().sum() + pass.LatentBits + pass.HyperBits);
            foreach (var (name, parameter) in network.named_parameters().Where(p => !p.name.EndsWith("quantiles", StringComparison.Ordinal)))
            {
                Assert.True(parameter.grad is { } g && g.abs().sum().ToDouble() > 0, name);
            }
        }
    }

    private static long Count(nn.Module module) => module.parameters().Sum(p => p.numel());
}
