using System.Text.Json;
using DiagCodec.Evaluation.Tolerance.Measure;
using DiagCodec.Evaluation.Tolerance.Report;
using DiagCodec.Evaluation.Tolerance.Summary;
using DiagCodec.Imaging.Faults;
using DiagCodec.Metrics.Bootstrap;

namespace DiagCodec.Evaluation.Tests.Tolerance;

public sealed class ToleranceSummaryTests
{
    private static readonly int[] Qps = [10, 20, 30, 40, 50];

    private static readonly BootstrapOptions Quick = new() { Resamples = 200 };

    [Fact]
    public void Limits_are_where_a_part_of_the_uncompressed_Dice_is_lost()
    {
        // Uncompressed 0.8: 1 % is lost at 0.792, 5 % at 0.76, 10 % at 0.72.
        var summary = ToleranceSummary.Of([.. Rows("one", "plain", 0.8, [0.8, 0.792, 0.784, 0.704, 0.4])], ["plain"], Quick);
        var truth = summary.Models.Single(m => m.Measure == ToleranceMeasure.Truth);
        Assert.Equal([20, 33, 38], truth.Limits.Select(l => Math.Round(l.Crossing.Qp, 6)));
        Assert.All(truth.Limits, l => Assert.Equal(CurveEnd.Within, l.Crossing.End));
        Assert.Equal([0, 1, 2, 12, 50], truth.Points.Select(p => Math.Round(p.LossPercent, 6)));
        Assert.Equal((1, 0, 0.8), (truth.Cases, truth.LeftOut, truth.Uncompressed));

        // One case: every resample is the same.
        Assert.Equal(truth.Limits[1].Interval.Low!.Value, truth.Limits[1].Interval.High!.Value, 9);
    }

    [Fact]
    public void Own_Dice_is_a_measure_of_its_own()
    {
        var rows = Rows("one", "plain", 0.8, [0.8, 0.8, 0.8, 0.8, 0.8]).Select(r => r with { OwnDice = r.Qp is { } q ? 1.05 - (q / 200.0) : 1 });
        var own = ToleranceSummary.Of([.. rows], ["plain"], Quick).Models.Single(m => m.Measure == ToleranceMeasure.Own);
        Assert.Equal([12, 20, 30], own.Limits.Select(l => Math.Round(l.Crossing.Qp, 6)));
    }

    [Fact]
    public void Cases_without_foreground_are_left_out_and_counted()
    {
        ToleranceRow[] rows =
        [
            .. Rows("one", "plain", 0.8, [0.8, 0.7, 0.6, 0.5, 0.4]),
            .. Rows("empty", "plain", 0, [0, 0, 0, 0, 0]).Select(r => r with { TruthVoxels = 0, OwnDice = null }),
        ];
        var summary = ToleranceSummary.Of(rows, ["plain"], Quick);
        Assert.All(summary.Models, m => Assert.Equal((1, 1), (m.Cases, m.LeftOut)));
        Assert.Equal(0.8, summary.Models.Single(m => m.Measure == ToleranceMeasure.Truth).Uncompressed);
        Assert.Empty(ToleranceSummary.Of(rows[6..], ["plain"], Quick).Models);
    }

    [Fact]
    public void A_model_that_bears_ten_QPs_more_is_shifted_by_ten_and_needs_fewer_bits()
    {
        var rows = Enumerable.Range(0, 6).SelectMany(i => (ToleranceRow[])[
            .. Rows($"case{i}", "plain", 0.8, [0.8, 0.7, 0.6, 0.5, 0.4]),
            .. Rows($"case{i}", "hardened", 0.8, [0.9, 0.8, 0.7, 0.6, 0.5]),
        ]).ToArray();
        var truth = ToleranceSummary.Of(rows, ["plain", "hardened"], Quick).Comparisons.Single(c => c.Measure == ToleranceMeasure.Truth);
        Assert.Equal(("plain", "hardened", 6), (truth.Anchor, truth.Test, truth.Cases));
        Assert.All(truth.Shifts, s => Assert.Equal((10.0, false), (Math.Round(s.Shift.Value!.Value, 9), s.IsBound)));

        // Ten QPs are a factor 2^(-10/6) of bits, wherever on the curve.
        var factor = Math.Pow(2, -10 / 6.0);
        Assert.All(truth.Bits, b => Assert.Equal(factor, b.Ratio.Value!.Value, 6));
        Assert.Equal(100 * (factor - 1), truth.BdRate.Value!.Value, 3);
        Assert.Equal(truth.BdRate.Low!.Value, truth.BdRate.High!.Value, 3);
    }

    [Fact]
    public void A_model_that_never_breaks_gives_bounds_and_no_ratio()
    {
        ToleranceRow[] rows =
        [
            .. Rows("one", "plain", 0.8, [0.8, 0.7, 0.6, 0.5, 0.4]),
            .. Rows("one", "strong", 0.8, [0.8, 0.8, 0.8, 0.8, 0.8]),
        ];
        var summary = ToleranceSummary.Of(rows, ["plain", "strong"], Quick);
        var strong = summary.Models.Single(m => m.Model == "strong" && m.Measure == ToleranceMeasure.Truth);
        Assert.All(strong.Limits, l => Assert.Equal(new QpCrossing(50, CurveEnd.AtOrAbove), l.Crossing));
        var truth = summary.Comparisons.Single(c => c.Measure == ToleranceMeasure.Truth);
        Assert.All(truth.Shifts, s => Assert.True(s.IsBound));
        Assert.All(truth.Bits, b => Assert.Equal(new ToleranceEstimate(null, null, null, 1), b.Ratio));
        Assert.Null(truth.BdRate.Value);
        Assert.Contains(">= 50.0", Text(summary), StringComparison.Ordinal);
    }

    [Fact]
    public void Intervals_of_shifts_draw_both_models_of_a_case_together()
    {
        // Cases differ by much, but within each the shift is 10: drawing pairs, the interval is a point.
        var rows = Enumerable.Range(0, 5).SelectMany(i => (ToleranceRow[])[
            .. Rows($"case{i}", "plain", 1, [.. Qps.Select(q => 1 - ((q - 10) * (i + 1) / 500.0))]),
            .. Rows($"case{i}", "hardened", 1, [.. Qps.Select(q => 1 - ((q - 20) * (i + 1) / 500.0))]),
        ]).ToArray();
        var truth = ToleranceSummary.Of(rows, ["plain", "hardened"], Quick).Comparisons.Single(c => c.Measure == ToleranceMeasure.Truth);
        Assert.Equal((10.0, 10.0), (Math.Round(truth.Shifts[0].Shift.Low!.Value, 6), Math.Round(truth.Shifts[0].Shift.High!.Value, 6)));
    }

    [Fact]
    public void Missing_rows_are_said()
    {
        var rows = Rows("one", "plain", 0.8, [0.8, 0.7, 0.6, 0.5, 0.4]).ToList();
        Assert.Contains("no row", Fault([rows[0]]), StringComparison.Ordinal);
        Assert.Contains("without coding", Fault(rows[1..]), StringComparison.Ordinal);
        rows.AddRange(Rows("two", "plain", 0.8, [0.8, 0.7, 0.6, 0.5, 0.4]).Where(r => r.Qp != 30));
        Assert.Contains("case two at QP 30", Fault(rows), StringComparison.Ordinal);

        static string Fault(List<ToleranceRow> rows) => Assert.Throws<InvalidInputException>(() => ToleranceSummary.Of(rows, ["plain"], Quick)).Message;
    }

    [Fact]
    public void Reports_say_the_same_three_times()
    {
        ToleranceRow[] rows =
        [
            .. Rows("one", "plain", 0.8, [0.8, 0.792, 0.784, 0.704, 0.4]),
            .. Rows("one", "hardened", 0.8, [0.8, 0.8, 0.792, 0.76, 0.5]),
        ];
        var summary = ToleranceSummary.Of(rows, ["plain", "hardened"], Quick);
        var text = Text(summary).Split(Environment.NewLine);
        Assert.Contains(text, l => l.StartsWith("plain ", StringComparison.Ordinal) && l.Contains("33.0 [33.0, 33.0]", StringComparison.Ordinal));
        Assert.Contains(text, l => l.StartsWith("30 ", StringComparison.Ordinal) && l.EndsWith("0.7840 (2.0 %)   0.7920 (1.0 %)", StringComparison.Ordinal));

        using var markdown = new StringWriter();
        ToleranceReport.WriteMarkdown(markdown, summary);
        Assert.Contains("| 30 | 0.0312 | 40.00 | 0.7840 (2.0 %) | 0.7920 (1.0 %) |", markdown.ToString(), StringComparison.Ordinal);

        using var json = JsonDocument.Parse(ToleranceReport.Json(summary));
        var plain = json.RootElement.GetProperty("models").EnumerateArray().Single(m => m.GetProperty("model").GetString() == "plain" && m.GetProperty("measure").GetString() == "Truth");
        Assert.Equal(33, plain.GetProperty("limits")[1].GetProperty("crossing").GetProperty("qp").GetDouble(), 9);
        Assert.Equal(2, json.RootElement.GetProperty("comparisons").GetArrayLength());
    }

    private static string Text(ToleranceSummary summary)
    {
        using var text = new StringWriter();
        ToleranceReport.WriteText(text, summary);
        return text.ToString();
    }

    /// <summary>Bits halve every six QPs: 1 bit per voxel at QP 0; own Dice is 1 without coding and as the truth's with it.</summary>
    private static IEnumerable<ToleranceRow> Rows(string name, string model, double uncompressed, double[] dice) =>
        dice.Select((d, i) => new ToleranceRow(name, "data", model, Qps[i], 10, 1, Math.Pow(2, -Qps[i] / 6.0), 40, d, d, [d]))
            .Prepend(new ToleranceRow(name, "data", model, null, 10, null, null, null, uncompressed, 1, [uncompressed]));
}
