using System.Collections.Immutable;
using System.Diagnostics;
using DiagCodec.Evaluation.Bench.Cases;
using DiagCodec.Evaluation.Bench.Experiments;
using DiagCodec.Evaluation.Bench.Results;
using DiagCodec.Evaluation.Bench.Run;
using DiagCodec.Imaging.Phantom;
using DiagCodec.Imaging.Series;
using DiagCodec.Imaging.Volumes;
using DiagCodec.Networks.Models;
using DiagCodec.Segmentation.Infer;
using DiagCodec.Segmentation.Train.Data;

namespace DiagCodec.Benchmarks.Bench;

/// <summary>What a bench adds to coding and judging: keys, files, hashes, scheduling.</summary>
internal static class BenchBenchmark
{
    private const int Threshold = 1200;

    /// <param name="points">1 or more.</param>
    /// <param name="size">Columns and rows of the phantom.</param>
    /// <param name="slices">Of the phantom.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<BenchRow> RunAsync(int points, int size, int slices, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("diagcodec-bench-").FullName;
        try
        {
            var setup = Setup(points, size, slices, cancellation);

            // The first run pays for compilation and is not counted.
            await TimeAsync(setup, Path.Combine(folder, "warm"), cancellation);
            var (file, seconds) = await TimeAsync(setup, Path.Combine(folder, "cold"), cancellation);
            var (_, again) = await TimeAsync(setup, Path.Combine(folder, "cold"), cancellation);
            return new BenchRow(points, file.Points.Sum(p => p.Times!.Encode + p.Times.Decode + p.Times.Compare + p.Times.Score), seconds, again);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(BenchFile File, double Seconds)> TimeAsync(BenchSetup setup, string folder, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var file = await BenchRun.RunAsync(setup, new BenchOptions { Workers = 1 }, folder, null, cancellation);
        return (file, watch.Elapsed.TotalSeconds);
    }

    private static BenchSetup Setup(int points, int size, int slices, CancellationToken cancellation)
    {
        var options = new PhantomOptions { Slices = slices, Size = size };
        var (volume, labels) = CtaPhantom.Create(options, null, cancellation);
        var headers = new SourceHeaders(SourceKind.Nifti, [new byte[] { 1 }], [.. Enumerable.Range(0, slices).Select(z => new SliceOrigin(0, z))]);
        var series = new ImageSeries("phantom", "phantom", "phantom", volume, headers, 1, []);
        var truth = labels with { Labels = Array.ConvertAll(labels.Labels.ToArray(), l => l == PhantomLabel.Aorta ? (byte)1 : (byte)0) };
        ImmutableArray<double> grid = [.. Enumerable.Range(1, points).Select(i => (double)i)];
        return new BenchSetup(
            new Experiment
            {
                Schema = Experiment.CurrentSchema,
                Name = "overhead",
                Title = "Overhead",
                Data = new ExperimentData(),
                Task = new ExperimentTask("threshold"),
                Anchor = "raw",
                Methods = [new MethodSetting("raw", "raw", grid)],
            },
            "benchmark",
            new BenchModel("threshold", "plain", [new string('0', 64)], ["bright"], new ValueRange(-200, 600)),
            Bright(),
            [new BenchCaseSource("phantom", "phantom 1", _ => new BenchCaseData(new LabelledSeries("phantom", series, truth), 0))],
            [new RawMethod(grid)],
            _ => new BenchNetwork(new string('0', 64), () => new CaseSegmenter(Segment)),
            []);
    }

    private static LabelMap Segment(Volume volume, CancellationToken cancellation)
    {
        var (labels, values) = (new byte[volume.Slices * volume.PixelsPerSlice], new int[volume.PixelsPerSlice]);
        for (var z = 0; z < volume.Slices; z++)
        {
            cancellation.ThrowIfCancellationRequested();
            volume.ReadSlice(z, values);
            for (var i = 0; i < values.Length; i++)
            {
                labels[(z * values.Length) + i] = values[i] > Threshold ? (byte)1 : (byte)0;
            }
        }

        return new LabelMap(volume.Columns, volume.Rows, volume.Slices, labels, volume.Geometry);
    }

    private static ModelTask Bright()
    {
        var concept = new CodedConcept("1", "99X", "bright");
        return new ModelTask(
            ModelTask.CurrentSchema,
            "threshold",
            "bright voxels",
            "CT",
            [new ModelClass(1, "bright", concept, concept, "#ff0000")],
            new ModelInput(InputKind.Hu, -200, 600, null, 1, null, null),
            new NetworkLayout(NetworkKind.Unet2d, [8, 16], 4),
            [1],
            new AcceptedInput(["CT"], null, null, null),
            new ModelVariants(null, null),
            null,
            "none");
    }
}
