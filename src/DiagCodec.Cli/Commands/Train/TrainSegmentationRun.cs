using System.Collections.Immutable;
using DiagCodec.Cli.Output;
using DiagCodec.Coding.Encode;
using DiagCodec.Imaging.Files;
using DiagCodec.Networks.Models;
using DiagCodec.Networks.Splits;
using DiagCodec.Networks.State;
using DiagCodec.Segmentation.Harden;
using DiagCodec.Segmentation.Models;
using DiagCodec.Segmentation.Train;
using DiagCodec.Segmentation.Train.Data;
using TorchSharp;

namespace DiagCodec.Cli.Commands.Train;

/// <summary>find -> split -> read -> train -> harden -> score.</summary>
internal sealed class TrainSegmentationRun
{
    private readonly TrainSegmentationOptions _options;
    private readonly ModelTask _task;
    private readonly ImmutableArray<TrainingSource> _sources;
    private readonly ProgressLine _progress;
    private readonly CancellationToken _cancellation;

    private TrainSegmentationRun(TrainSegmentationOptions options, ProgressLine progress, CancellationToken cancellation)
    {
        (_options, _progress, _cancellation) = (options, progress, cancellation);
        _task = ModelCatalogue.Standard().Open(options.Task).Task;
        options.Plain.Validate(_task.Network.Multiple);
        options.Hardened.Validate(_task.Network.Multiple);
        _sources = CaseReading.Find(options.Data.Folder, options.Data.Pairs);
    }

    public static int Run(TrainSegmentationOptions options, CliConsole console, CancellationToken cancellation)
    {
        using var progress = new ProgressLine(console);
        var run = new TrainSegmentationRun(options, progress, cancellation);
        var device = Devices.Open(options.Device);
        torch.set_num_threads(options.Threads ?? Math.Max(1, Environment.ProcessorCount / options.Parallel));
        OutputFolder.Make(options.Output);
        var training = new ModelTraining(run._task, options.Plain, run.Hardening(), device, console.Clock);
        var printer = new TrainingPrinter(console, progress, (options.Folds ?? 1) * (options.Harden ? 2 : 1));
        var models = options.Folds is { } folds ? run.CrossValidate(training, folds, printer) : [run.Single(training, printer)];
        progress.Dispose();
        ScorePrinter.Print(models, options.Json, console);
        return ExitCodes.Done;
    }

    private TrainedModel Single(ModelTraining training, TrainingPrinter printer)
    {
        var split = _options.Split.Of(_sources, _options.Output, _options.Plain.Seed);
        return training.Train(
            TrainingCases.Of(Read(), split),
            new ModelPlace(_task.Name, _options.Output, Path.Combine(_options.Output, "run")),
            Record(),
            printer,
            _cancellation);
    }

    private ImmutableArray<TrainedModel> CrossValidate(ModelTraining training, int folds, TrainingPrinter printer)
    {
        var split = CaseSplits.DrawFolds(_sources, folds, _options.Plain.Seed);
        var cases = Read();
        return new CrossValidation(training, _options.Parallel)
            .Run(cases, split, CaseHash.Of(cases), _options.Output, Record(), printer, _cancellation);
    }

    private ImmutableArray<LabelledSeries> Read() => CaseReading.Read(_sources, _task, _options.Data.Labels, _progress, _cancellation);

    private TrainingRecord Record() => new(
        _options.CommandLine,
        _options.Plain.Seed,
        _options.Data.Told(_sources.Length),
        ModelStore.SplitFile);

    private HardenedTraining? Hardening()
    {
        if (!_options.Harden)
        {
            return null;
        }

        var hardening = new HardeningOptions
        {
            Variants = _options.HardenVariants,
            ClipSlices = _options.HardenSlices,
            LowestQp = _options.HardenQps.Low,
            HighestQp = _options.HardenQps.High,
            Seed = _options.Plain.Seed,
            Workers = _options.Parallel,
            CacheFolder = Path.Combine(_options.Output, "coded"),
        };
        hardening.Validate();
        var encoder = new X265Encoder(X265Program.Find());
        return new HardenedTraining(
            _options.Hardened,
            (cases, cancellation) => HardeningSet.MakeAsync(cases, _task, hardening, encoder, _progress.Of("coding"), cancellation).GetAwaiter().GetResult(),
            hardening.Hash());
    }
}
