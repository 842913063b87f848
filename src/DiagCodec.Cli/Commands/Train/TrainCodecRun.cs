using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using DiagCodec.Cli.Output;
using DiagCodec.Coding;
using DiagCodec.Imaging.Files;
using DiagCodec.Imaging.Series;
using DiagCodec.LearnedCodecs.Files;
using DiagCodec.LearnedCodecs.Models;
using DiagCodec.LearnedCodecs.Train;
using DiagCodec.Networks.Splits;
using DiagCodec.Networks.State;
using DiagCodec.Networks.Weights;
using DiagCodec.Segmentation.Models;
using DiagCodec.Segmentation.Train.Data;
using TorchSharp;

namespace DiagCodec.Cli.Commands.Train;

/// <summary>find -> split -> read -> train -> store -> score.</summary>
internal sealed class TrainCodecRun
{
    private readonly TrainCodecOptions _options;
    private readonly ProgressLine _progress;
    private readonly CancellationToken _cancellation;
    private readonly ImmutableArray<TrainingSource> _sources;

    private TrainCodecRun(TrainCodecOptions options, ProgressLine progress, CancellationToken cancellation)
    {
        (_options, _progress, _cancellation) = (options, progress, cancellation);
        _sources = CodecSources.Find(options.Data);
    }

    public static int Run(TrainCodecOptions options, CliConsole console, CancellationToken cancellation)
    {
        options.Training.Validate();
        using (options.Shape.Create())
        {
            // Wrong sizes shall be told before the long work.
        }

        using var progress = new ProgressLine(console);
        var run = new TrainCodecRun(options, progress, cancellation);
        var quality = run.Train(console);
        progress.Dispose();
        Print(options, quality, console);
        return ExitCodes.Done;
    }

    private CodecQuality Train(CliConsole console)
    {
        var device = Devices.Open(_options.Device);
        var threads = _options.Threads ?? Environment.ProcessorCount;
        torch.set_num_threads(threads);
        OutputFolder.Make(_options.Output);
        var store = new CodecStore(_options.Output, _options.Shape);
        // Qualities of a model are held against the same cases.
        var split = _options.Split.Of(_sources, _options.Output, _options.Training.Seed);
        SplitJson.Write(Path.Combine(_options.Output, ModelStore.SplitFile), split, overwrite: true);
        var (training, validation, test) = (Read(split.Train), Read(split.Validation), Read(split.Test));
        var folder = Path.Combine(_options.Output, string.Create(CultureInfo.InvariantCulture, $"run-{_options.Training.Lambda}"));
        var data = $"{Hash(training)} {Hash(validation)} {_options.Start} {_options.StartQuality}";
        using var network = new CodecTrainingRun(_options.Shape, _options.Training, device, console.Clock)
            .Run(training, validation, folder, Begin(), data, new CodecTrainingPrinter(console, _progress), _cancellation);
        var quality = new CodecQuality(
            _options.Training.Lambda, "", "", _options.Training.Steps, _options.Training.Seed, _options.CommandLine,
            $"{_sources.Length} cases of {Path.GetFileName(Path.TrimEndingDirectorySeparator(_options.Data))}, {split.Train.Length} of them for training", null, null);
        return store.Put(network, quality, Score, _cancellation);

        CodecScore? Score(CodecFolder model, CodecQuality stored)
        {
            // What is scored is what was stored, not what it was rounded from.
            using var codec = model.OpenCodec(stored, _options.Device, _cancellation);
            return CodecScore.Of(codec, test, threads, _progress.Of("scoring"), _cancellation);
        }
    }

    private Action<HyperpriorCodec>? Begin()
    {
        if (CodecStart.Path(_options.Start, _options.StartQuality) is not { } start)
        {
            return null;
        }

        return network =>
        {
            using var weights = SafetensorsReader.Open(start);
            CodecWeights.Load(network, weights, _cancellation);
        };
    }

    private ImmutableArray<CodecCase> Read(ImmutableArray<string> names) =>
    [
        .. names.Select((name, i) =>
        {
            _progress.Report(new CodingProgress("reading case", i, names.Length) { Unit = "" });
            var source = _sources.First(s => s.Name == name);
            var series = SeriesReader.Read(source.Image, null, _cancellation);
            return CodecCase.Of(name, series, _options.BitDepth, _options.Windows, _options.Slices);
        }),
    ];

    private static string Hash(ImmutableArray<CodecCase> cases)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var slice in cases.SelectMany(c => c.Slices))
        {
            hash.AppendData(MemoryMarshal.AsBytes<int>([slice.Width, slice.Height, slice.BitDepth]));
            hash.AppendData(MemoryMarshal.AsBytes(slice.Samples.AsSpan()));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Print(TrainCodecOptions options, CodecQuality quality, CliConsole console)
    {
        if (options.Json)
        {
            JsonPrinter.Print(
                new CodecTrainingSummary(options.Output, quality.Lambda, quality.File, quality.Sha256, quality.BitsPerPixel, quality.Psnr),
                JsonPrinterContext.Default.CodecTrainingSummary, console);
            return;
        }

        var found = quality.BitsPerPixel is { } bits && quality.Psnr is { } psnr
            ? string.Create(CultureInfo.InvariantCulture, $": {bits:0.0000} bits a pixel, {psnr:0.00} dB on unseen slices")
            : "";
        console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{options.Output}, lambda {quality.Lambda}{found}"));
    }
}
