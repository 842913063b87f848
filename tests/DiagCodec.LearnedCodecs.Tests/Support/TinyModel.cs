using DiagCodec.Coding.Prepare;
using DiagCodec.Imaging.Volumes;
using DiagCodec.LearnedCodecs.Files;
using DiagCodec.LearnedCodecs.Models;
using DiagCodec.LearnedCodecs.Train;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Tests.Support;

/// <summary>A model folder with random weights, and frames to code with it.</summary>
internal static class TinyModel
{
    public static CodecFolder Store(string folder, string codec = CodecShape.MeanScale, int channels = 1, int seed = 1, params double[] lambdas)
    {
        Directory.CreateDirectory(folder);
        var shape = new CodecShape(codec, channels, 8, 8);
        foreach (var (index, lambda) in (lambdas.Length == 0 ? [0.01] : lambdas).Index())
        {
            manual_seed(seed + index);
            using var network = shape.Create();
            network.Prior.SettleQuantiles();
            new CodecStore(folder, shape).Put(network, Quality(lambda), (_, _) => null, CancellationToken.None);
        }

        return CodecFolder.Open(folder);
    }

    public static CodecQuality Quality(double lambda) => new(lambda, "", "", 0, 1, "diagcodec train codec", "none", null, null);

    public static FrameSequence Frames(int columns, int rows, int slices, int seed = 1)
    {
        var random = new Random(seed);
        var volume = new Volume(columns, rows, SampleFormat.UInt16, [.. Enumerable.Range(0, slices).Select(_ => Slice())]);
        return new FrameSequence(volume, SampleMappingChoice.For(volume, null, null), PaddingRuns.Find(volume), ChromaFormat.Luma400);

        ReadOnlyMemory<byte> Slice()
        {
            var bytes = new byte[2 * columns * rows];
            for (var i = 0; i < columns * rows; i++)
            {
                BitConverter.TryWriteBytes(bytes.AsSpan(2 * i), (ushort)((i % columns * 9) + random.Next(200)));
            }

            return bytes;
        }
    }
}
