using System.Collections.Immutable;
using System.Globalization;
using DiagCodec.Cli.Output;
using DiagCodec.LearnedCodecs.Mvmic;
using DiagCodec.Networks.Models;
using DiagCodec.Networks.State;
using DiagCodec.Segmentation.Train.Data;
using TorchSharp;

namespace DiagCodec.Cli.Commands.Train;

/// <summary>find -> split -> read -> stage 1 -> stage 2 -> score.</summary>
internal static class TrainMvmicRun
{
    public static int Run(TrainMvmicOptions options, CliConsole console, CancellationToken cancellation)
    {
        options.Training.Validate();
        using var progress = new ProgressLine(console);
        var model = ModelCatalogue.Standard().Open(options.Task);
        var device = Devices.Open(options.Device);
        torch.set_num_threads(options.Threads ?? Environment.ProcessorCount);
        var data = new TrainingCases(options.Data, options.Split, options.Training.Seed);
        var cases = data.Read(options.Output, model.Task, progress, cancellation);
        var result = new MvmicTraining(model, options.Variant, options.Shape, options.Training, device, console.Clock)
            .Train(cases, options.Output, data.Record(options.CommandLine, cases), new TrainingPrinter(console, progress, 2), cancellation);
        progress.Dispose();
        Print(options, model.Task, cases.Test.Length, result, console);
        return ExitCodes.Done;
    }

    private static void Print(TrainMvmicOptions options, ModelTask task, int tests, MvmicResult? result, CliConsole console)
    {
        ImmutableArray<(string Name, MvmicScore? Score)> rows = [("uncoded", result?.Uncoded), ("stage 1", result?.StageOne), ("stage 2", result?.StageTwo)];
        var summary = new MvmicTrainingSummary(
            options.Output,
            tests,
            [.. rows.Where(r => r.Score is not null).Select(r => new MvmicStageSummary(
                r.Name, r.Score!.BitsPerPixel, r.Score.Psnr, task.Classes.Zip(r.Score.Dice).ToImmutableSortedDictionary(c => c.First.Name, c => c.Second, StringComparer.Ordinal)))]);
        if (options.Json)
        {
            JsonPrinter.Print(summary, JsonPrinterContext.Default.MvmicTrainingSummary, console);
            return;
        }

        console.Out.WriteLine(summary.Output);
        foreach (var stage in summary.Stages)
        {
            var rate = stage is { BitsPerPixel: { } bits, Psnr: { } psnr } ? string.Create(CultureInfo.InvariantCulture, $"{bits:0.0000} bits per pixel, PSNR {psnr:0.00} dB, ") : "";
            var dice = string.Join(", ", stage.Dice.Select(d => $"{d.Key} {d.Value?.ToString("0.000", CultureInfo.InvariantCulture) ?? "not defined"}"));
            console.Out.WriteLine($"  {stage.Stage}: {rate}mean Dice on {tests} unseen cases: {dice}");
        }
    }
}
