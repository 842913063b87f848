using System.Collections.Immutable;
using System.Globalization;
using DiagCodec.Cli.Output;
using DiagCodec.LearnedCodecs.Orchestrated.Files;
using DiagCodec.LearnedCodecs.Orchestrated.Train;
using DiagCodec.Networks.Models;
using DiagCodec.Networks.State;
using DiagCodec.Segmentation.Train.Data;
using TorchSharp;

namespace DiagCodec.Cli.Commands.Train;

/// <summary>find -> split -> read -> train -> score.</summary>
internal static class TrainOrchestratedRun
{
    public static int Run(TrainOrchestratedOptions options, CliConsole console, CancellationToken cancellation)
    {
        options.Training.Validate();
        using var progress = new ProgressLine(console);
        var task = ModelCatalogue.Standard().Open(options.Task).Task;
        var start = options.Start is { } model ? OrchestratedCatalogue.Standard().Open(model) : null;
        var device = Devices.Open(options.Device);
        torch.set_num_threads(options.Threads ?? Environment.ProcessorCount);
        var data = new TrainingCases(options.Data, options.Split, options.Training.Seed);
        var cases = data.Read(options.Output, task, progress, cancellation);
        var score = new OrchestratedTraining(task, options.Design, options.Layout, options.Training, device, console.Clock)
            .Train(cases, start, options.Output, data.Record(options.CommandLine, cases), new TrainingPrinter(console, progress, 1), cancellation);
        progress.Dispose();
        Print(options, task, cases.Test.Length, score, console);
        return ExitCodes.Done;
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
