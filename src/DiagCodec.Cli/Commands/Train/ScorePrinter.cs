using System.Collections.Immutable;
using System.Globalization;
using DiagCodec.Cli.Output;
using DiagCodec.Metrics;
using DiagCodec.Segmentation.Score;
using DiagCodec.Segmentation.Train;

namespace DiagCodec.Cli.Commands.Train;

/// <summary>Test scores of one model or of all folds: a line for every case, then mean, median and spread of every class and variant.</summary>
internal static class ScorePrinter
{
    public static void Print(ImmutableArray<TrainedModel> models, bool json, CliConsole console)
    {
        ImmutableArray<CaseScore> scores = [.. models.SelectMany(m => m.Scores)];
        ImmutableArray<ClassSummary> classes =
        [
            .. scores.GroupBy(s => (s.Variant, s.Class)).Select(g => ClassSummary.Of(g.Key.Variant.ToString().ToLowerInvariant(), g.Key.Class, g)),
        ];
        if (json)
        {
            JsonPrinter.Print(
                new TrainingSummary([.. models.Select(m => m.Folder)], classes, [.. scores.Select(CaseSummary.Of)]), JsonPrinterContext.Default.TrainingSummary, console);
            return;
        }

        foreach (var model in models)
        {
            console.Out.WriteLine(model.Folder);
            foreach (var s in model.Scores)
            {
                console.Out.WriteLine($"  {s.Case}, {s.Variant.ToString().ToLowerInvariant()}, {s.Class}: Dice {Text(s.Counts.Dice)}, sensitivity {Text(s.Counts.Sensitivity)}{Surface(s)}");
            }
        }

        foreach (var c in classes)
        {
            console.Out.WriteLine($"{c.Variant}, {c.Class}: Dice on {c.Cases} unseen cases: mean {Text(c.MeanDice)}, median {Text(c.MedianDice)}, standard deviation {Text(c.DiceDeviation)}");
        }
    }

    private static string Surface(CaseScore score) => score is { Hausdorff95: { } distance, SurfaceDice: { } dice }
        ? string.Create(CultureInfo.InvariantCulture, $", 95 % Hausdorff distance {distance:0.0} mm, surface Dice within {CaseScore.SurfaceTolerance} mm {dice:0.000}")
        : "";

    private static string Text(double? score) => score?.ToString("0.000", CultureInfo.InvariantCulture) ?? "not defined";
}
