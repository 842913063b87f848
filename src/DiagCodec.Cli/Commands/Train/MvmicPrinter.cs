using System.Collections.Immutable;
using System.Globalization;
using DiagCodec.Cli.Output;
using DiagCodec.LearnedCodecs.Mvmic;

namespace DiagCodec.Cli.Commands.Train;

/// <summary>What both stages of MVMICNet came to.</summary>
internal static class MvmicPrinter
{
    public static void Print(TrainMvmicOptions options, int tests, MvmicResult? result, CliConsole console)
    {
        var summary = new MvmicTrainingSummary(
            options.Output, options.Training.DistortionWeight, options.Training.TaskWeight, tests,
            result is null ? [] : [Stage("uncoded", result.Uncoded), Stage("stage 1", result.StageOne), Stage("stage 2", result.StageTwo)],
            result is null ? [] : [.. result.Gains.Select(g => new MvmicGainSummary(g.Estimate, g.Low, g.High))]);
        if (options.Json)
        {
            JsonPrinter.Print(summary, JsonPrinterContext.Default.MvmicTrainingSummary, console);
            return;
        }

        console.Out.WriteLine(summary.Output);
        foreach (var stage in summary.Stages)
        {
            var rate = stage is { BitsPerPixel: { } bits, Psnr: { } psnr } ? string.Create(CultureInfo.InvariantCulture, $"{bits:0.0000} bits per pixel, PSNR {psnr:0.00} dB, ") : "";
            console.Out.WriteLine($"  {stage.Stage}: {rate}{string.Join(", ", stage.Figures.Select(f => $"{f.Name} {Number(f.Value, "0.000")}"))} on {tests} unseen cases");
        }

        foreach (var (name, gain) in (summary.Stages.IsEmpty ? [] : summary.Stages[0].Figures.Select(f => f.Name)).Zip(summary.Gains))
        {
            console.Out.WriteLine($"  {name}, stage 2 less stage 1: {Number(gain.Gain, "+0.000;-0.000;0.000")} [{Number(gain.Low, "+0.000;-0.000;0.000")}, {Number(gain.High, "+0.000;-0.000;0.000")}]");
        }

        MvmicStageSummary Stage(string name, MvmicScore score) => new(
            name, score.BitsPerPixel, score.Psnr, [.. result.Figures.Zip(score.Accuracy, (figure, value) => new TaskFigure(figure, value))],
            [.. score.Cases.Select(c => new MvmicCaseSummary(c.Name, c.BitsPerPixel, c.Psnr, c.Findings.Accuracy))]);
    }

    private static string Number(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "not defined";
}
