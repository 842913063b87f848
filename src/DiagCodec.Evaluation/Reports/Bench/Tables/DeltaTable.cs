using System.Collections.Immutable;
using System.Globalization;
using DiagCodec.Evaluation.Bench.Analysis;
using DiagCodec.Evaluation.Bench.Results;
using DiagCodec.Metrics.Bjontegaard;

namespace DiagCodec.Evaluation.Reports.Bench.Tables;

/// <summary>All methods against their anchors under some measures, as DMIC's Table I: quality first, then rate.</summary>
internal static class DeltaTable
{
    public static readonly ImmutableArray<DeltaKind> Kinds = [DeltaKind.Quality, DeltaKind.Rate, DeltaKind.IsotonicRate];

    public static ReportTable Of(BenchAnalysis analysis, string title, ImmutableArray<QualityMeasure> measures, ImmutableArray<string> notes) => new(
        title,
        Columns(measures),
        GroupedRows.Of(analysis, method =>
        [
            new ReportCell(method.Name) { Note = Coded(analysis.File, method), Tooltip = method.Description },
            .. measures.SelectMany(m => Kinds.Select(k => Cell(analysis.Deltas(m, method.Name)!, k))),
        ]),
        notes);

    public static ImmutableArray<ReportColumn> Columns(ImmutableArray<QualityMeasure> measures) =>
    [
        new ReportColumn("method") { IsWords = true },
        .. measures.SelectMany(m => Kinds.Select(k => new ReportColumn(Head(m, k), Sentence(m.Name)))),
    ];

    public static string Head(QualityMeasure measure, DeltaKind kind) => kind switch
    {
        DeltaKind.Quality => $"{measure.DeltaName}, {measure.Unit}",
        DeltaKind.Rate => "BD-rate, %",
        _ => "BD-rate (isotonic), %",
    };

    public static int Decimals(QualityMeasure measure, DeltaKind kind) => kind == DeltaKind.Quality ? measure.Decimals : 1;

    public static ReportCell Cell(MethodDeltas deltas, DeltaKind kind)
    {
        var (summary, decimals) = (deltas[kind], Decimals(deltas.Measure, kind));
        if (summary.Interval is not { Estimate: { } mean } interval)
        {
            var reasons = summary.Cases.Select(c => c.Reason).Distinct().Take(3);
            return new ReportCell(ReportNumber.None)
            {
                Note = deltas.Method.IsLossless ? "lossless, no curve" : $"0 of {Whole(summary.Cases.Length)} cases",
                Tooltip = string.Join("; ", reasons),
            };
        }

        var (least, average) = (summary.SmallestOverlap!.Value, summary.MeanOverlap!.Value);
        var (falls, isSmall, isPart) = (summary.NotMonotone > 0, average < BjontegaardDelta.EnoughOverlap, summary.Used < summary.Cases.Length);
        string[] doubts =
        [
            .. falls ? (string[])[$"{Whole(summary.NotMonotone)} not monotone"] : [],
            .. isSmall ? (string[])["small overlap"] : [],
            .. isPart ? (string[])["fewer cases"] : [],
        ];
        var counts = $"{Whole(summary.Used)}/{Whole(summary.Cases.Length)}";
        return new ReportCell(ReportNumber.Signed(mean, decimals))
        {
            Range = interval is { Low: { } low, High: { } high } ? ReportNumber.Range(low, high, decimals) : null,
            Note = $"{counts} overlap\u00A0{ReportNumber.Overlap(least)}\u00A0/\u00A0{ReportNumber.Overlap(average)}",
            Doubt = doubts.Length == 0 ? null : string.Join(", ", doubts),
            Short = isPart ? counts : "",
            Marks = [.. falls ? (ReportMark[])[ReportMark.NotMonotone] : [], .. isSmall ? (ReportMark[])[ReportMark.SmallOverlap] : []],
            Tooltip = !isPart ? null : string.Join("; ", summary.Cases.Where(c => c.Reason is not null).Select(c => $"{c.Case}: {c.Reason}").Take(5)),
        };
    }

    /// <summary>What went into the encoder.</summary>
    public static string Coded(BenchFile file, BenchMethod method)
    {
        var depths = file.Points.Where(p => p.Method == method.Name && p.Figures is not null).Select(p => p.Figures!.BitDepth).Distinct().Order().Select(Whole);
        var bits = string.Join(" or ", depths);
        return method.IsWindowed && file.IsWindowWhole && bits.Length > 0
            ? $"{bits} bits"
            : $"{(bits.Length == 0 ? "" : bits + "-bit ")}{(method.IsWindowed ? "window" : "full range")}";
    }

    private static string Sentence(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
