using System.Collections.Immutable;
using DiagCodec.Evaluation.Bench.Cases;
using DiagCodec.Evaluation.Bench.Experiments;
using DiagCodec.Evaluation.Bench.Methods;
using DiagCodec.Evaluation.Bench.Results;
using DiagCodec.Evaluation.Bench.Run;
using DiagCodec.Evaluation.Tests.Reports;
using DiagCodec.Imaging.Volumes;
using DiagCodec.Networks.Models;
using DiagCodec.Segmentation.Infer;
using DiagCodec.Segmentation.Train.Data;

namespace DiagCodec.Evaluation.Tests.Bench.Run;

/// <summary>Tiny cases, methods that quantise, a network that is two thresholds; counts every call and can cancel at any of them.</summary>
internal sealed class BenchWorld : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("evaluation-tests-");
    private int _calls;
    private int _reads;
    private int _segments;
    private int _opened;
    private int _disposed;

    public BenchWorld()
    {
        Methods =
        [
            new QuantisingMethod("plain", 1, 40, 160) { Called = Call },
            new QuantisingMethod("roi", 40, 160) { Called = Call, UsesMask = true, HasMap = true, Version = "2" },
            new QuantisingMethod("eight", 1, 32) { Called = Call, IsWindowed = true, BitDepth = 8, Version = "3" },
        ];
    }

    public string[] Names { get; set; } = ["one", "two", "three"];

    public ImmutableArray<IBenchMethod> Methods { get; set; }

    /// <summary>By name of the case.</summary>
    public Func<string, int> Slices { get; set; } = name => name switch { "one" => 2, "two" => 3, _ => 4 };

    public Func<string, string> Weights { get; set; } = _ => new string('a', 64);

    /// <summary>Stored value above which a voxel is of class 1.</summary>
    public int Threshold { get; set; } = 700;

    public PictureSetting? Pictures { get; set; }

    public BenchOptions Options { get; set; } = new() { Workers = 1 };

    /// <summary>Cancelled at this call of a method, reader or segmenter; 0: never.</summary>
    public int CancelAt { get; set; }

    public int Calls => _calls;

    public int Reads => _reads;

    public int Segments => _segments;

    public int Opened => _opened;

    public int Disposed => _disposed;

    public CancellationTokenSource Cancellation { get; set; } = new();

    public QuantisingMethod Method(int index) => (QuantisingMethod)Methods[index];

    public string Folder(string name = "bench") => Path.Combine(_folder.FullName, name);

    public BenchSetup Setup() => new(
        new Experiment
        {
            Schema = Experiment.CurrentSchema,
            Name = "tiny",
            Title = "Tiny cases",
            Data = new ExperimentData { Folder = "/home/somebody/tiny" },
            Task = new ExperimentTask("/models/disk"),
            Anchor = "plain",
            Methods = [.. Methods.Select(m => new MethodSetting(m.Facts.Name, "x265", m.Facts.Grid))],
            Pictures = Pictures,
            Tables = [new PublishedTableUse("t", ["bd-rate"], ImmutableDictionary.CreateRange([KeyValuePair.Create("b", "plain"), KeyValuePair.Create("a", "roi")]))],
        },
        "diagcodec 0",
        new BenchModel("disk", "plain", [Weights(Names[0])], ["rod", "disk"], new ValueRange(0, 800)),
        Disk(),
        [.. Names.Select(name => new BenchCaseSource(name, $"{name} of {Slices(name)}", _ => Read(name)))],
        Methods,
        name => new BenchNetwork(Weights(name), Open),
        [new PublishedTable("t", "T", "a paper", ["BD-rate"], [new PublishedRow("b", [-1.5]), new PublishedRow("a", [null])])]);

    public Task<BenchFile> RunAsync(string folder = "bench", IProgress<BenchProgress>? progress = null) =>
        BenchRun.RunAsync(Setup(), Options, Folder(folder), progress, Cancellation.Token);

    /// <summary>bench.json of another run, all that depends on the clock left out.</summary>
    public async Task<string> TimelessAsync(string folder = "bench")
    {
        var file = await RunAsync(folder);
        var path = Path.Combine(_folder.FullName, "timeless.json");
        BenchJson.Write(path, file.WithoutTimes(), overwrite: true);
        var text = await File.ReadAllTextAsync(path);
        BenchJson.Write(path, BenchJson.Read(Path.Combine(Folder(folder), "bench.json")).WithoutTimes(), overwrite: true);
        Assert.Equal(text, await File.ReadAllTextAsync(path));
        return text;
    }

    public void Call()
    {
        if (Interlocked.Increment(ref _calls) == CancelAt)
        {
            Cancellation.Cancel();
        }
    }

    public void Dispose()
    {
        Cancellation.Dispose();
        _folder.Delete(recursive: true);
    }

    private BenchCaseData Read(string name)
    {
        Interlocked.Increment(ref _reads);
        Call();
        Cancellation.Token.ThrowIfCancellationRequested();
        var series = DiskSeries.Make(48, 40, Slices(name), padded: name == "two") with { Id = name };
        return new BenchCaseData(new LabelledSeries(name, series, Find(series.Volume, 720)), name.Length);
    }

    private CaseSegmenter Open()
    {
        Interlocked.Increment(ref _opened);
        return new CaseSegmenter(
            (volume, cancellation) =>
            {
                Interlocked.Increment(ref _segments);
                Call();
                cancellation.ThrowIfCancellationRequested();
                return Find(volume, Threshold);
            },
            new Told(() => Interlocked.Increment(ref _disposed)));
    }

    private static LabelMap Find(Volume volume, int threshold)
    {
        var (labels, values) = (new byte[volume.Slices * volume.PixelsPerSlice], new int[volume.PixelsPerSlice]);
        for (var z = 0; z < volume.Slices; z++)
        {
            volume.ReadSlice(z, values);
            for (var i = 0; i < values.Length; i++)
            {
                labels[(z * values.Length) + i] = values[i] > threshold ? (byte)1 : values[i] > 520 ? (byte)2 : (byte)0;
            }
        }

        return new LabelMap(volume.Columns, volume.Rows, volume.Slices, labels, volume.Geometry);
    }

    internal static ModelTask Disk()
    {
        var concept = new CodedConcept("1", "99X", "thing");
        return new ModelTask(
            ModelTask.CurrentSchema,
            "disk",
            "a rod in a disk",
            "CT",
            [new ModelClass(1, "rod", concept, concept, "#ff0000"), new ModelClass(2, "disk", concept, concept, "#00ff00")],
            new ModelInput(InputKind.Hu, 0, 800, null, 1, null, null),
            new NetworkLayout(NetworkKind.Unet2d, [8, 16], 4),
            [1],
            new AcceptedInput(["CT"], null, null, null),
            new ModelVariants(null, null),
            null,
            "none");
    }

    private sealed class Told(Action told) : IDisposable
    {
        public void Dispose() => told();
    }
}
