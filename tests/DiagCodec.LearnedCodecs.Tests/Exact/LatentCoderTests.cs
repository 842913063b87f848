using System.Collections.Immutable;
using System.Diagnostics;
using DiagCodec.Imaging.Faults;
using DiagCodec.LearnedCodecs.Entropy;
using DiagCodec.LearnedCodecs.Exact;
using DiagCodec.LearnedCodecs.Layers;
using DiagCodec.LearnedCodecs.Models;
using DiagCodec.LearnedCodecs.Pictures;
using DiagCodec.LearnedCodecs.Streams;
using DiagCodec.LearnedCodecs.Tests.Support;
using DiagCodec.Networks.State;
using DiagCodec.Networks.Weights;
using TorchSharp;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Tests.Exact;

public sealed class LatentCoderTests
{
    [Theory]
    [InlineData(CodecShape.MeanScale)]
    [InlineData(CodecShape.Cheng)]
    public void A_thousand_sets_of_latents_come_back_bit_for_bit_on_one_thread_and_on_two(string codec)
    {
        using var network = RandomModel.Create(codec, 8);
        var coder = new LatentCoder(network);
        var random = new Random(11);
        for (var round = 0; round < 1000; round++)
        {
            var (height, width) = (random.Next(1, 3), random.Next(1, 3));
            var spread = Math.Pow(10, random.Next(-1, 3));
            var (latents, hyper) = (Noise(4 * height, 4 * width, 8, spread, random), Noise(height, width, 8, spread, random));
            var coded = coder.Encode(latents, hyper, 1 + (round % 2));
            Assert.True(Same(coded.Known, coder.Decode(coded.Hyper, coded.Latent, height, width, 1)));
            Assert.True(Same(coded.Known, coder.Decode(coded.Hyper, coded.Latent, height, width, 2)));
            Assert.All(coded.Known.Values.Zip(latents.Values), p => Assert.Equal(p.Second, p.First, 0.5001 + Math.Abs(p.Second * 1e-6)));
        }
    }

    [Theory]
    [InlineData(CodecShape.MeanScale)]
    [InlineData(CodecShape.Cheng)]
    public void Bytes_are_within_a_hundredth_of_the_networks_estimate(string codec)
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        using var network = RandomModel.Create(codec, 16);
        var (latents, hyper) = RandomModel.Draw(network, 6, 6, new Random(5));
        var coded = new LatentCoder(network).Encode(latents, hyper, 2);
        var knownHyper = PictureTensor.Of(hyper);
        var fromHyper = network.HyperSynthesis.call(knownHyper);
        var parameters = network is Cheng2020Anchor anchor
            ? anchor.ParameterNetwork.call(cat([fromHyper, anchor.Context.call(PictureTensor.Of(coded.Known))], 1))
            : fromHyper;
        var halves = parameters.chunk(2, 1);
        var latentBits = GaussianConditional.Bits(PictureTensor.Of(coded.Known), halves[0], halves[1]).ToDouble();
        var hyperBits = network.Prior.Bits(knownHyper).ToDouble();
        Assert.True(latentBits > 4000, $"{latentBits}");
        Assert.InRange(8 * coded.Latent.Length / latentBits, 0.99, 1.01);
        Assert.InRange(8 * coded.Hyper.Length / hyperBits, 0.99, 1.02);
        Assert.InRange(8 * (coded.Latent.Length + coded.Hyper.Length) / (latentBits + hyperBits), 0.99, 1.01);
        Assert.InRange(8 * (coded.Latent.Length + coded.Hyper.Length) / coded.Bits, 0.999, 1.002);
    }

    [Theory]
    [InlineData(CodecShape.MeanScale)]
    [InlineData(CodecShape.Cheng)]
    public void A_second_process_decodes_the_same_latents(string codec)
    {
        using var folder = new TempFolder();
        using var network = RandomModel.Create(codec, 8);
        SafetensorsWriter.Write(
            folder["weights.safetensors"], ModuleState.Tensors(network, "", ElementType.Float32), ImmutableSortedDictionary<string, string>.Empty, overwrite: false, CancellationToken.None);
        var coder = new LatentCoder(network);
        var random = new Random(2);
        using var digest = new LatentDigest();
        for (var file = 0; file < 20; file++)
        {
            using var writer = new CodedSeriesWriter(new LearnedStreamHeader(codec, new string('a', 16), 130, 70, 1, 12, 3));
            for (var slice = 0; slice < 3; slice++)
            {
                var coded = coder.Encode(Noise(8, 12, 8, 4, random), Noise(2, 3, 8, 4, random), 2);
                digest.Add(coded.Known);
                writer.Add(new CodedSlice(coded.Hyper, coded.Latent));
            }

            File.WriteAllBytes(folder[$"{file:D2}.dgl"], writer.Finish());
        }

        var start = new ProcessStartInfo("dotnet", [typeof(SecondProcess).Assembly.Location, folder.Path, codec, "8"]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        Assert.Equal(digest.Finish(), process.StandardOutput.ReadToEnd());
    }

    [Fact]
    public void Truncated_and_changed_bytes_end_in_a_fault_or_in_other_latents_but_always_end()
    {
        using var network = RandomModel.Create(CodecShape.Cheng, 8);
        var coder = new LatentCoder(network);
        var random = new Random(9);
        var coded = coder.Encode(Noise(8, 8, 8, 5, random), Noise(2, 2, 8, 5, random), 1);
        var faults = 0;
        for (var round = 0; round < 200; round++)
        {
            var (hyper, latent) = ((byte[])coded.Hyper.Clone(), (byte[])coded.Latent.Clone());
            (round % 2 == 0 ? hyper : latent)[random.Next(hyper.Length)] ^= (byte)(1 << random.Next(8));
            latent = round % 3 == 0 ? latent[..random.Next(latent.Length)] : latent;
            try
            {
                Assert.Equal(8 * 8 * 8, coder.Decode(hyper, latent, 2, 2, 1).Values.Length);
            }
            catch (InvalidInputException e)
            {
                Assert.StartsWith("coded symbols:", e.Message, StringComparison.Ordinal);
                faults++;
            }
        }

        Assert.InRange(faults, 60, 200);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(1e30f)]
    public void Latents_that_no_stream_can_hold_are_refused(float value)
    {
        using var network = RandomModel.Create(CodecShape.MeanScale, 8);
        var latents = ExactMap.Zeros(4, 4, 8);
        latents.Values[7] = value;
        var fault = Assert.Throws<InvalidInputException>(() => new LatentCoder(network).Encode(latents, ExactMap.Zeros(1, 1, 8), 1));
        Assert.Contains("the model is broken", fault.Message, StringComparison.Ordinal);
    }

    private static bool Same(ExactMap a, ExactMap b) => a.Values.AsSpan().SequenceEqual(b.Values);

    private static ExactMap Noise(int height, int width, int channels, double spread, Random random) =>
        new(height, width, channels, [.. Enumerable.Range(0, height * width * channels).Select(_ => (float)((random.NextDouble() + random.NextDouble() - 1) * spread))]);
}
