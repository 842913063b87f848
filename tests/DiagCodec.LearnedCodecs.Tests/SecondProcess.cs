using DiagCodec.LearnedCodecs.Exact;
using DiagCodec.LearnedCodecs.Files;
using DiagCodec.LearnedCodecs.Models;
using DiagCodec.LearnedCodecs.Streams;
using DiagCodec.Networks.Weights;

namespace DiagCodec.LearnedCodecs.Tests;

/// <summary>Run as a program, the test assembly decodes the streams of a folder with the weights beside them and prints the digest of their latents.</summary>
internal static class SecondProcess
{
    public static int Main(string[] arguments)
    {
        var (folder, codec, size) = (arguments[0], arguments[1], int.Parse(arguments[2], System.Globalization.CultureInfo.InvariantCulture));
        using var network = new CodecShape(codec, 1, size, size).Create();
        using var weights = SafetensorsReader.Open(Path.Combine(folder, "weights.safetensors"));
        CodecWeights.Load(network, weights, CancellationToken.None);
        var coder = new LatentCoder(network);
        using var digest = new LatentDigest();
        foreach (var file in Directory.EnumerateFiles(folder, "*.dgl").Order(StringComparer.Ordinal))
        {
            var series = CodedSeries.Read(File.ReadAllBytes(file), file);
            foreach (var slice in series.Slices)
            {
                digest.Add(coder.Decode(slice.Hyper, slice.Latent, series.Header.HyperHeight, series.Header.HyperWidth, 1));
            }
        }

        Console.Out.Write(digest.Finish());
        return 0;
    }
}
