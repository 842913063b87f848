using System.Diagnostics;
using DiagCodec.LearnedCodecs.Models;
using DiagCodec.LearnedCodecs.Pictures;
using DiagCodec.LearnedCodecs.Streams;
using static TorchSharp.torch;

namespace DiagCodec.Benchmarks.Learned;

/// <summary>One slice of smooth noise, again and again. Time does not depend on what the weights are, but for the range coder's small part.</summary>
internal static class LearnedBenchmark
{
    private const int Seed = 1;
    private const int BitDepth = 8;

    public static LearnedRow Run(string codec, int width, int? latent, int size, int threads, int runs)
    {
        set_num_threads(threads);
        manual_seed(Seed);
        var shape = new CodecShape(codec, 1, width, latent ?? (codec == CodecShape.Cheng ? width : width * 3 / 2));
        using var coder = new PictureCodec(shape.Create(), CPU);
        var picture = Waves(size);
        var header = new LearnedStreamHeader(codec, new string('0', 2 * LearnedStreamHeader.HashBytes), size, size, 1, BitDepth, 1);
        var (encode, latents, decode) = (new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; i < runs + 1; i++)
        {
            var start = Stopwatch.GetTimestamp();
            var encoded = coder.Encode(picture, threads);
            encode.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            start = Stopwatch.GetTimestamp();
            var known = coder.Latents(encoded.Slice, header, threads);
            latents.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            coder.Synthesise(known, size, size, BitDepth);
            decode.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        var macs = CodecMacs.Of(shape);
        return new LearnedRow(codec, width, shape.Latent, size, threads, runs, Median(encode), Median(latents), Median(decode), macs.Encode, macs.Decode);
    }

    private static Picture Waves(int size)
    {
        var random = new Random(Seed);
        var samples = new ushort[size * size];
        for (var i = 0; i < samples.Length; i++)
        {
            var (x, y) = (i % size, i / size);
            samples[i] = (ushort)Math.Clamp(128 + (60 * Math.Sin(x / 23.0)) + (50 * Math.Cos(y / 17.0)) + random.Next(-8, 9), 0, 255);
        }

        return new Picture(size, size, 1, BitDepth, samples);
    }

    /// <summary>Of all but the first run, which warms up.</summary>
    private static double Median(List<double> times)
    {
        var sorted = times.Skip(1).Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
