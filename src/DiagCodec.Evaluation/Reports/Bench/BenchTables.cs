using System.Collections.Immutable;
using DiagCodec.Evaluation.Bench.Analysis;
using DiagCodec.Evaluation.Reports.Bench.Tables;

namespace DiagCodec.Evaluation.Reports.Bench;

/// <summary>The tables of a report, in its order.</summary>
internal static class BenchTables
{
    private static readonly ImmutableArray<string> Definitions =
    [
        "Bjontegaard deltas over log rate by piecewise cubics (PCHIP), case by case, then the mean over cases. BD-mIoU, BD-Dice, BD-PSNR: better (+) or worse (\u2212) at the same bits. BD-rate: more (+) or fewer (\u2212) bits for the same quality.",
        "In brackets: 95 % percentile bootstrap interval of the mean over cases, 2000 resamples. n/N: cases used of all. Overlap: common range of the two curves to their joint range; under 0.75 on the mean over cases a value says little.",
        "BD-rate (isotonic): the same after both curves are made rising by pooling neighbours that fall. It hides noise, and is no substitute for the column before it.",
    ];

    private static readonly ImmutableArray<string> Lines =
        ["Below the interval: cases used of all, the smallest / the mean overlap over cases, and on how many of these cases a curve is not monotone."];

    /// <summary>First the table that answers the question.</summary>
    public static ReportTable Main(BenchAnalysis analysis)
    {
        var title = "Diagnosis at the same bits" + (analysis.Groups.Length > 1 ? "" : $", against {analysis.File.Experiment.Anchor}");
        ImmutableArray<string> notes =
        [
            .. Definitions,
            "Own: against the network's prediction on the uncompressed slices. Truth: against the ground truth. mIoU: mean over all classes, background among them. 1 point is 0.01.",
        ];
        return DeltaTable.Of(analysis, title, [QualityMeasure.OwnMiou, QualityMeasure.TruthMiou], notes) with { PageNotes = Lines };
    }

    public static ReportTable Dice(BenchAnalysis analysis) => DeltaTable.Of(
        analysis, "The same by Dice over the foreground classes", [QualityMeasure.OwnDice, QualityMeasure.TruthDice], []);

    public static ReportTable Fidelity(BenchAnalysis analysis) => DeltaTable.Of(
        analysis,
        "Fidelity at the same bits",
        [QualityMeasure.WindowPsnr, QualityMeasure.Psnr],
        ["Windowed PSNR: both clipped to the task's window, the peak its width. PSNR: the peak is the largest value of the source's full range. Voxels of padding count in neither. Points without any error have no PSNR and are no points of a curve."]);

    /// <summary>All of them.</summary>
    public static IEnumerable<ReportTable> All(BenchAnalysis analysis) =>
    [
        Main(analysis),
        Dice(analysis),
        .. SecondAnchorTable.Of(analysis) is { } second ? (ReportTable[])[second] : [],
        EqualDiceTable.Of(analysis),
        .. LabelRateTable.Of(analysis) is { } labels ? (ReportTable[])[labels] : [],
        Fidelity(analysis),
        .. LosslessTable.Of(analysis) is { } lossless ? (ReportTable[])[lossless] : [],
        .. PublishedTables.Of(analysis),
        TimeTable.Of(analysis),
    ];
}
