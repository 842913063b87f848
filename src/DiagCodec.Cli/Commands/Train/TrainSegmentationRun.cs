using System.Collections.Immutable;
using DiagCodec.Cli.Output;
using DiagCodec.Coding.Encode;
using DiagCodec.Coding.Plans;
using DiagCodec.Networks.Models;
using DiagCodec.Networks.Splits;
using DiagCodec.Segmentation.Harden;
using DiagCodec.Segmentation.Train;
using DiagCodec.Segmentation.Train.Data;
using TorchSharp;

namespace DiagCodec.Cli.Commands.Train;

/// <summary>find -> split -> read -> train -> harden -> score.</summary>
internal static class TrainSegmentationRun
{
    public static int Run(TrainSegmentationOptions options, CliConsole console, CancellationToken cancellation)
    {
        using var progress = new ProgressLine(console);
        var task = ModelCatalogue.Standard().Open(options.Task).Task;
        options.Plain.Validate(task.Network.Multiple);
        var device = Devices.Open(options.Device);
        torch.set_num_threads(options.Threads ?? Math.Max(1, Environment.ProcessorCount / options.Parallel));
        var sources = CaseFinder.Find(options.Data, options.Pairs);
        var record = new TrainingRecord(options.CommandLine, options.Plain.Seed, $"{sources.Length} cases of {Path.GetFileName(Path.TrimEndingDirectorySeparator(options.Data))}", Segmentation.Models.ModelStore.SplitFile);
        OutputFolder.Make(options.Output);
        var training = new ModelTraining(task, options.Plain, Hardening(options, task, progress), device, console.Clock);
        var printer = new TrainingPrinter(console, progress, (options.Folds ?? 1) * (options.Harden ? 2 : 1));
        var models = options.Folds is { } folds
            ? CrossValidate(options, task, training, sources, folds, record, printer, progress, cancellation)
            : [Single(options, task, training, sources, record, printer, progress, cancellation)];
        progress.Dispose();
        ScorePrinter.Print(models, options.Json, console);
        return ExitCodes.Done;
    }

    private static TrainedModel Single(
        TrainSegmentationOptions options,
        ModelTask task,
        ModelTraining training,
        ImmutableArray<TrainingSource> sources,
        TrainingRecord record,
        TrainingPrinter printer,
        ProgressLine progress,
        CancellationToken cancellation)
    {
        var split = CaseSplits.Choose(sources, options.Split, options.ValidationShare, options.TestShare, options.Plain.Seed);
        var cases = Read(options, task, sources, progress, cancellation);
        var byName = cases.ToDictionary(c => c.Name, StringComparer.Ordinal);
        var parts = new SplitCases(split, Named(split.Train), Named(split.Validation), Named(split.Test), CaseHash.Of([.. Named(split.Train), .. Named(split.Validation)]));
        return training.Train(parts, new ModelPlace(task.Name, options.Output, Path.Combine(options.Output, "run")), record, printer, cancellation);

        ImmutableArray<LabelledSeries> Named(ImmutableArray<string> names) => [.. names.Select(n => byName[n])];
    }

    private static ImmutableArray<TrainedModel> CrossValidate(
        TrainSegmentationOptions options,
        ModelTask task,
        ModelTraining training,
        ImmutableArray<TrainingSource> sources,
        int folds,
        TrainingRecord record,
        TrainingPrinter printer,
        ProgressLine progress,
        CancellationToken cancellation)
    {
        var split = FoldSplit.Draw([.. sources.Select(s => s.Name)], folds, test: 0, options.Plain.Seed);
        var cases = Read(options, task, sources, progress, cancellation);
        return new CrossValidation(training, options.Parallel)
            .Run(cases, split, CaseHash.Of(cases), options.Output, record, printer, cancellation);
    }

    private static ImmutableArray<LabelledSeries> Read(
        TrainSegmentationOptions options, ModelTask task, ImmutableArray<TrainingSource> sources, ProgressLine progress, CancellationToken cancellation)
    {
        var mapping = LabelMapping.Parse(options.Labels, task);
        var told = progress.Of("reading case");
        return [.. sources.Select((source, i) =>
        {
            told.Report((i, sources.Length));
            return CaseReader.Read(source, mapping, task, cancellation);
        })];
    }

    private static HardenedTraining? Hardening(TrainSegmentationOptions options, ModelTask task, ProgressLine progress)
    {
        if (!options.Harden)
        {
            return null;
        }

        var hardening = new HardeningOptions
        {
            Variants = options.HardenVariants,
            Slices = options.HardenSlices,
            LowestQp = options.HardenQps.Low,
            HighestQp = options.HardenQps.High,
            Seed = options.Plain.Seed,
            Parallel = options.Parallel,
            Preset = EncoderPreset.Fast,
        };
        var encoder = new X265Encoder(X265Program.Find());
        return new HardenedTraining(
            options.Hardened,
            (cases, cancellation) => HardeningSet.Make(cases, task, hardening, encoder, progress.Of("coding"), cancellation),
            hardening.ToString());
    }
}
