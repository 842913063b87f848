using System.Globalization;
using DiagCodec.Cli.Output;
using DiagCodec.LearnedCodecs.Detect;
using DiagCodec.LearnedCodecs.Mvmic;
using DiagCodec.Networks.Models;
using DiagCodec.Networks.State;
using TorchSharp;

namespace DiagCodec.Cli.Commands.Train;

/// <summary>find -> split -> read -> train -> score.</summary>
internal static class TrainDetectorRun
{
    public static int Run(TrainDetectorOptions options, CliConsole console, CancellationToken cancellation)
    {
        options.Training.Validate();
        using var progress = new ProgressLine(console);
        var task = ModelCatalogue.Standard().Open(options.Task).Task;
        var device = Devices.Open(options.Device);
        torch.set_num_threads(options.Threads ?? Environment.ProcessorCount);
        var training = new DetectorTraining(task, options.Layout, options.Training, device, console.Clock);
        var data = new TrainingCases(options.Data, options.Split, options.Training.Seed);
        var cases = data.Read(options.Output, task, progress, cancellation);
        var score = training.Train(cases, options.Output, data.Record(options.CommandLine, cases), new TrainingPrinter(console, progress, 1), cancellation);
        progress.Dispose();
        Print(options, cases.Test.Length, score, console);
        return ExitCodes.Done;
    }

    private static void Print(TrainDetectorOptions options, int tests, MvmicScore? score, CliConsole console)
    {
        var summary = new DetectorTrainingSummary(
            options.Output, tests, score is null ? [] : [.. DetectionTask.FigureNames.Zip(score.Accuracy, (name, value) => new TaskFigure(name, value))]);
        if (options.Json)
        {
            JsonPrinter.Print(summary, JsonPrinterContext.Default.DetectorTrainingSummary, console);
            return;
        }

        console.Out.WriteLine(summary.Model);
        foreach (var figure in summary.Figures)
        {
            console.Out.WriteLine($"  {figure.Name} on {tests} unseen cases: {figure.Value?.ToString("0.000", CultureInfo.InvariantCulture) ?? "not defined"}");
        }
    }
}
