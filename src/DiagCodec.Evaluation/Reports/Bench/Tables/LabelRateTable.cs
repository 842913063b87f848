using DiagCodec.Evaluation.Bench.Analysis;

namespace DiagCodec.Evaluation.Reports.Bench.Tables;

/// <summary>Methods that give label maps, each point against the anchor at the same mean Dice.</summary>
internal static class LabelRateTable
{
    /// <returns>Null where no method gives label maps.</returns>
    public static ReportTable? Of(BenchAnalysis analysis) => analysis.LabelRates.IsEmpty
        ? null
        : new ReportTable(
            "Label maps at equal truth",
            [
                new ReportColumn("method") { IsWords = true },
                new ReportColumn("model"),
                new ReportColumn("truth Dice"),
                new ReportColumn("bits per voxel"),
                new ReportColumn("the anchor's bits per voxel"),
                new ReportColumn("bits against the anchor, %"),
            ],
            [.. analysis.LabelRates.Select(Row)],
            [
                "Means over the cases. The anchor's bits are where its mean curve over the same cases, made rising (isotonic), crosses the mean Dice against the truth, straight between the "
                + "logarithms of the rates; the interval is of the ratio of the two over resampled cases.",
            ]);

    private static ReportRow Row(LabelRate one) => new(
    [
        one.Method.Name,
        ReportNumber.Exact(one.Parameter),
        ReportNumber.Fixed(one.Dice, 3),
        ReportNumber.Rate(one.BitsPerVoxel),
        one.AnchorBitsPerVoxel is { } rate ? ReportNumber.Rate(rate) : ReportNumber.None,
        one.Percent is { Estimate: { } mean, Low: { } low, High: { } high }
            ? new ReportCell(ReportNumber.Signed(mean, 1)) { Range = ReportNumber.Range(low, high, 1) }
            : new ReportCell(ReportNumber.None) { Note = "the anchor's curve does not cross this Dice" },
    ]);
}
