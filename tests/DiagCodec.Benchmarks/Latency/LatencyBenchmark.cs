using System.Collections.Immutable;
using System.Diagnostics;
using DiagCodec.LearnedCodecs.Entropy;
using DiagCodec.LearnedCodecs.Orchestrated;
using DiagCodec.LearnedCodecs.Orchestrated.Code;
using static TorchSharp.torch;

namespace DiagCodec.Benchmarks.Latency;

/// <summary>
/// The breakdown of Table 2 of Liu et al. (MICCAI 2020), measured here: a volume is sent as it is and segmented, or its code is sent. Weights are random, so
/// the code takes all its bits, which is the most that it can take; a trained model's is smaller.
/// </summary>
internal static class LatencyBenchmark
{
    private const int SampleBytes = 2;

    public static IReadOnlyList<LatencyRow> Run(OrchestratedLayout layout, int slices, int size, double megabytesPerSecond, int threads, int runs)
    {
        set_num_threads(threads);
        manual_seed(1);
        using var coded = new OrchestratedNetwork(OrchestratedDesign.D4, layout);
        using var plain = new OrchestratedNetwork(OrchestratedDesign.D1, layout);
        var (coder, uncoded) = (new OrchestratedCoder(coded, CPU), new OrchestratedCoder(plain, CPU));
        var random = new Random(1);
        var image = Enumerable.Range(0, size * size).Select(_ => random.NextSingle()).ToArray();
        ImmutableArray<long> sides = [size, size];
        var probabilities = coded.Bits.Probabilities();
        var volume = (long)slices * size * size * SampleBytes;
        byte[] bytes = [];
        float[] code = [];
        var compression = Seconds(runs, () =>
        {
            var encoder = new RangeEncoder();
            CodeCoder.Encode(coder.Code(image, sides), probabilities, encoder);
            bytes = encoder.Finish();
        });
        var reconstruction = Seconds(runs, () =>
        {
            code = new float[layout.Bits * OrchestratedCoder.Cells(sides).Aggregate(1, (product, cells) => product * (int)cells)];
            var decoder = new RangeDecoder(bytes);
            CodeCoder.Decode(code, probabilities, ref decoder);
            using var scope = NewDisposeScope();
            using var still = no_grad();
            coded.Reconstruction.call(tensor(code, [1, layout.Bits, .. OrchestratedCoder.Cells(sides)]));
        });
        var segmentation = Seconds(runs, () => uncoded.Segment(image, sides));
        var sent = (long)slices * bytes.Length;
        return
        [
            new LatencyRow("as it is", volume, volume, Transfer(volume), 0, 0, slices * segmentation),
            new LatencyRow("orchestrated", volume, sent, Transfer(sent), slices * compression, slices * reconstruction, slices * segmentation),
        ];

        double Transfer(long count) => count / (megabytesPerSecond * 1e6);
    }

    /// <summary>The median, after one run that does not count.</summary>
    private static double Seconds(int runs, Action action)
    {
        action();
        var seconds = new List<double>();
        for (var i = 0; i < runs; i++)
        {
            var start = Stopwatch.GetTimestamp();
            action();
            seconds.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return seconds.Order().ElementAt(runs / 2);
    }
}
