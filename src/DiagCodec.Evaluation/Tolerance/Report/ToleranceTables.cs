using System.Collections.Immutable;
using System.Globalization;
using DiagCodec.Evaluation.Tolerance.Summary;

namespace DiagCodec.Evaluation.Tolerance.Report;

/// <summary>A summary in four tables: limits, Dice by QP, QP shifts, bits at equal Dice.</summary>
public static class ToleranceTables
{
    public static ImmutableArray<ToleranceTable> Of(ToleranceSummary summary)
    {
        ImmutableArray<ToleranceTable> tables = [Limits(summary), .. summary.Models.Select(m => m.Measure).Distinct().Select(m => Curves(summary, m))];
        return summary.Comparisons.IsEmpty ? tables : [.. tables, Shifts(summary), Bits(summary)];
    }

    private static ToleranceTable Limits(ToleranceSummary summary) => new(
        "Base QP at which a part of the uncompressed Dice is lost (95 % interval over cases)",
        ["model", "Dice against", "cases", "without foreground", "uncompressed", .. Losses(summary)],
        [.. summary.Models.Select(m => (ImmutableArray<string>)[
            m.Model,
            Word(m.Measure),
            Whole(m.Cases),
            Whole(m.LeftOut),
            Fixed(m.Uncompressed, 4),
            .. m.Limits.Select(l => $"{Bound(l.Crossing.End)}{Fixed(l.Crossing.Qp, 1)}{Interval(l.Interval, 1)}"),
        ])]);

    private static ToleranceTable Curves(ToleranceSummary summary, ToleranceMeasure measure)
    {
        var models = summary.Models.Where(m => m.Measure == measure).ToArray();
        return new ToleranceTable(
            $"Mean Dice against {Word(measure)} (and loss) by base QP",
            ["QP", "bits per voxel", "PSNR", .. models.Select(m => m.Model)],
            [.. models[0].Points.Select((p, i) => (ImmutableArray<string>)[
                Whole(p.Qp),
                Fixed(p.BitsPerVoxel, 4),
                p.Psnr is { } db ? Fixed(db, 2) : "",
                .. models.Select(m => $"{Fixed(m.Points[i].Dice, 4)} ({Fixed(m.Points[i].LossPercent, 1)} %)"),
            ])]);
    }

    private static ToleranceTable Shifts(ToleranceSummary summary) => new(
        "Base QPs by which a model breaks later",
        ["model", "than", "Dice against", "cases", .. Losses(summary)],
        [.. summary.Comparisons.Select(c => (ImmutableArray<string>)[
            c.Test,
            c.Anchor,
            Word(c.Measure),
            Whole(c.Cases),
            .. c.Shifts.Select(s => $"{Value(s.Shift, 1)}{(s.IsBound ? " (bound)" : "")}"),
        ])]);

    private static ToleranceTable Bits(ToleranceSummary summary) => new(
        "Bits at equal Dice: ratio at shares of the uncompressed Dice of the model compared with, and BD-rate of curves made rising",
        ["model", "than", "Dice against", .. summary.Comparisons[0].Bits.Select(b => $"at {Fixed(b.SharePercent, 0)} %"), "BD-rate, %"],
        [.. summary.Comparisons.Select(c => (ImmutableArray<string>)[
            c.Test,
            c.Anchor,
            Word(c.Measure),
            .. c.Bits.Select(b => Value(b.Ratio, 2)),
            Value(c.BdRate, 1),
        ])]);

    private static IEnumerable<string> Losses(ToleranceSummary summary) =>
        summary.Models.IsEmpty ? [] : summary.Models[0].Limits.Select(l => $"{Fixed(l.LossPercent, 0)} % lost");

    private static string Word(ToleranceMeasure measure) => measure == ToleranceMeasure.Own ? "own" : "truth";

    private static string Bound(CurveEnd end) => end switch
    {
        CurveEnd.AtOrBelow => "<= ",
        CurveEnd.AtOrAbove => ">= ",
        _ => "",
    };

    private static string Value(ToleranceEstimate estimate, int decimals) =>
        estimate.Value is { } value ? Fixed(value, decimals) + Interval(estimate, decimals) : "-";

    private static string Interval(ToleranceEstimate estimate, int decimals) =>
        estimate is { Low: { } low, High: { } high } ? $" [{Fixed(low, decimals)}, {Fixed(high, decimals)}]" : "";

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Fixed(double value, int decimals) => value.ToString($"F{decimals}", CultureInfo.InvariantCulture);
}
