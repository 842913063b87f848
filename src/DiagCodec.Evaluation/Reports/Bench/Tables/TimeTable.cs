using System.Globalization;
using DiagCodec.Evaluation.Bench.Analysis;

namespace DiagCodec.Evaluation.Reports.Bench.Tables;

/// <summary>Seconds a case, as DMIC's Table IV.</summary>
internal static class TimeTable
{
    public static ReportTable Of(BenchAnalysis analysis) => new(
        "Time, seconds a case",
        [
            new ReportColumn("method") { IsWords = true },
            new ReportColumn("allocation"), new ReportColumn("encoding"), new ReportColumn("decoding"),
            new ReportColumn("encoding + decoding"), new ReportColumn("scoring"), new ReportColumn("points"),
        ],
        [
            .. analysis.Times.Select(t => new ReportRow(
                [
                    t.Method.Name,
                    Seconds(t.Mean?.Allocate), Seconds(t.Mean?.Encode), Seconds(t.Mean?.Decode), Seconds(t.Mean?.Encode + t.Mean?.Decode), Seconds(t.Mean?.Score),
                    t.Points.ToString(CultureInfo.InvariantCulture),
                ],
                AnchorGroup.IsAnchor(analysis.File.Experiment, t.Method))),
        ],
        [
            "Mean over cases and parameters, on one core with other points running beside it: good for orders of magnitude, not for fine comparison. "
            + "Allocation is choosing the QPs, without the network that finds the mask; scoring is the network on the decoded slices.",
        ]);

    private static string Seconds(double? seconds) => seconds is { } s ? ReportNumber.Seconds(s) : ReportNumber.None;
}
