using System.Collections.Immutable;
using System.Globalization;
using DiagCodec.Cli.Commands.Train;
using DiagCodec.Cli.Output;
using DiagCodec.Imaging.Files;
using DiagCodec.LearnedCodecs.Orchestrated.Train;
using DiagCodec.Networks.Models;
using DiagCodec.Networks.Splits;
using DiagCodec.Networks.State;
using DiagCodec.Segmentation.Models;
using DiagCodec.Segmentation.Train;
using DiagCodec.Segmentation.Train.Data;
using TorchSharp;

namespace DiagCodec.Cli.Commands.Codecs;

/// <summary>find -> split -> read -> train -> score.</summary>
internal static class TrainOrchestratedRun
{
    public static int Run(TrainOrchestratedOptions options, CliConsole console, CancellationToken cancellation)
    {
        options.Training.Validate();
        using var progress = new ProgressLine(console);
        var task = ModelCatalogue.Standard().Open(options.Task).Task;
        var sources = CaseReading.Find(options.Data, options.Pairs);
        var device = Devices.Open(options.Device);
        torch.set_num_threads(options.Threads ?? Environment.ProcessorCount);
        OutputFolder.Make(options.Output);
        var split = Split(options, sources);
        var cases = CaseReading.Read(sources, task, options.Labels, progress, cancellation);
        var (train, validation, test) = (Named(split.Train), Named(split.Validation), Named(split.Test));
        var record = new TrainingRecord(
            options.CommandLine,
            options.Training.Seed,
            $"{sources.Length} cases of {Path.GetFileName(Path.TrimEndingDirectorySeparator(options.Data))}",
            ModelStore.SplitFile);
        var training = new OrchestratedTraining(task, options.Design, options.Layout, options.Training, device, console.Clock);
        var score = training.Train(
            new SplitCases(split, train, validation, test, $"{CaseHash.Of(train)} {CaseHash.Of(validation)}"),
            options.Output,
            record,
            new TrainingPrinter(console, progress, 1),
            cancellation);
        progress.Dispose();
        Print(options, task, test.Length, score, console);
        return ExitCodes.Done;

        ImmutableArray<LabelledSeries> Named(ImmutableArray<string> names) => [.. names.Select(n => cases.First(c => c.Name == n))];
    }

    /// <summary>The one that is given, else that of the training which is continued, else a new one.</summary>
    private static DataSplit Split(TrainOrchestratedOptions options, ImmutableArray<TrainingSource> sources)
    {
        var kept = Path.Combine(options.Output, ModelStore.SplitFile);
        var split = (options.Split ?? (File.Exists(kept) ? kept : null)) is { } given
            ? CaseSplits.Read(sources, given)
            : CaseSplits.Draw(sources, new SplitShares(options.ValidationShare, options.TestShare), options.Training.Seed, kept, overwrite: false);
        SplitJson.Write(kept, split, overwrite: true);
        return split;
    }

    private static void Print(TrainOrchestratedOptions options, ModelTask task, int tests, OrchestratedScore? score, CliConsole console)
    {
        var summary = new OrchestratedTrainingSummary(
            options.Output,
            options.Design.ToString(),
            tests,
            score?.BitsPerPixel,
            task.Classes.Zip(score?.Dice ?? []).ToImmutableSortedDictionary(c => c.First.Name, c => c.Second, StringComparer.Ordinal));
        if (options.Json)
        {
            JsonPrinter.Print(summary, JsonPrinterContext.Default.OrchestratedTrainingSummary, console);
            return;
        }

        console.Out.WriteLine(summary.Model);
        if (summary.BitsPerPixel is { } rate)
        {
            console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {rate:0.00000} bits per pixel on {tests} unseen cases, headers left out"));
        }

        foreach (var (name, dice) in summary.Dice)
        {
            console.Out.WriteLine($"  {name}: mean Dice on {tests} unseen cases {dice?.ToString("0.000", CultureInfo.InvariantCulture) ?? "not defined"}");
        }
    }
}
