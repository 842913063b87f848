using DiagCodec.LearnedCodecs.Layers;
using DiagCodec.LearnedCodecs.Models;
using DiagCodec.LearnedCodecs.Pictures;
using DiagCodec.LearnedCodecs.Streams;
using DiagCodec.LearnedCodecs.Tests.Support;
using DiagCodec.LearnedCodecs.Train;
using TorchSharp;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Tests.Cuda;

/// <summary>Skipped where there is no GPU.</summary>
public sealed class CudaCodecTests
{
    [SkippableTheory]
    [InlineData(CodecShape.MeanScale)]
    [InlineData(CodecShape.Cheng)]
    [InlineData(CodecShape.Mvmic)]
    public void What_one_device_encodes_the_other_decodes_to_the_same_latents(string name)
    {
        Skip.IfNot(cuda.is_available(), "no CUDA device");
        using var here = new PictureCodec(RandomModel.Create(name, 16), CPU);
        using var there = new PictureCodec(RandomModel.Create(name, 16).to(CUDA), CUDA);
        var random = new Random(3);
        for (var round = 0; round < 20; round++)
        {
            var (width, height) = (random.Next(1, 200), random.Next(1, 200));
            var picture = new Picture(width, height, 1, 12, [.. Enumerable.Range(0, width * height).Select(_ => (ushort)random.Next(4096))]);
            var header = new LearnedStreamHeader(name, new string('0', 16), width, height, 1, 12, 1);
            foreach (var (encoder, decoder) in new[] { (here, there), (there, here) })
            {
                var encoded = encoder.Encode(picture, 1);
                Assert.Equal(encoded.Known.Values, decoder.Latents(encoded.Slice, header, 1).Values);
            }
        }
    }

    [SkippableTheory]
    [InlineData(CodecShape.MeanScale)]
    [InlineData(CodecShape.Cheng)]
    [InlineData(CodecShape.Mvmic)]
    public void A_codec_has_the_loss_of_the_CPU_and_learns(string name)
    {
        Skip.IfNot(cuda.is_available(), "no CUDA device");
        using var scope = NewDisposeScope();
        var random = new Random(5);
        var picture = new Picture(64, 64, 1, 8, [.. Enumerable.Range(0, 64 * 64).Select(_ => (ushort)random.Next(256))]);
        var patches = new CodecPatches([new CodecCase("noise", [picture])], 4, 64, 1);
        var batch = patches.Draw(0);
        var options = new CodecTrainingOptions { Batch = 4, Patch = 64, LearningRate = 1e-3, Steps = 40 };
        double Loss(Device device)
        {
            using var network = RandomModel.Create(name, 16).to(device);
            using var still = no_grad();
            return CodecTrainer.Loss(network, tensor(batch, [4, 1, 64, 64]).to(device), options.Lambda, noisy: false, null, new GradientCuts()).Step.Loss;
        }

        var (expected, found) = (Loss(CPU), Loss(CUDA));
        Assert.InRange(found / expected, 0.99, 1.01);
        using var trainer = new CodecTrainer(RandomModel.Create(name, 16).to(CUDA), options, patches, CUDA);
        var losses = Enumerable.Range(0, options.Steps).Select(_ => trainer.Advance(batch).Loss).ToArray();
        Assert.True(losses[^5..].Average() < losses[..5].Average(), $"{losses[0]} to {losses[^1]}");
    }
}
