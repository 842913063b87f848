using System.Collections.Immutable;
using DiagCodec.Evaluation.Bench.Analysis;

namespace DiagCodec.Evaluation.Reports.Bench.Tables;

/// <summary>Every method against its anchor on every case.</summary>
internal static class CaseTables
{
    public static ImmutableArray<ReportTable> Of(BenchAnalysis analysis, QualityMeasure measure) =>
        [.. DeltaTable.Kinds.Select(k => Of(analysis, measure, k))];

    private static ReportTable Of(BenchAnalysis analysis, QualityMeasure measure, DeltaKind kind)
    {
        var methods = analysis.Groups.SelectMany(g => g.Methods, (g, m) => (Group: g, Deltas: analysis.Deltas(measure, m.Name)!))
            .Where(m => !m.Deltas.Method.IsLossless && m.Deltas.Method.Name != m.Group.Anchor)
            .ToArray();
        var decimals = DeltaTable.Decimals(measure, kind);
        return new ReportTable(
            $"{DeltaTable.Head(measure, kind)}, by {measure.Name}",
            [new ReportColumn("case") { IsWords = true }, .. methods.Select(m => new ReportColumn(m.Deltas.Method.Name, analysis.Groups.Length > 1 ? GroupedRows.Words(analysis, m.Group) : ""))],
            [.. analysis.File.Cases.Select((c, i) => new ReportRow([c.Name, .. methods.Select(m => Cell(m.Deltas[kind].Cases[i], decimals))]))],
            [
                .. methods.SelectMany(m => m.Deltas[kind].Cases).Where(c => c.Reason is not null).GroupBy(c => c.Reason!)
                    .Select(g => $"{string.Join(", ", g.Select(c => c.Case))}: no value, because {g.Key}."),
            ]);
    }

    private static ReportCell Cell(CaseDelta one, int decimals) => one.Delta is { } delta
        ? new ReportCell(ReportNumber.Signed(delta.Value, decimals))
        {
            Note = delta.IsOverlapSmall ? null : $"overlap {ReportNumber.Overlap(delta.Overlap)}",
            Doubt = delta switch
            {
                { IsOverlapSmall: true, IsMonotone: true } => $"overlap {ReportNumber.Overlap(delta.Overlap)}",
                { IsOverlapSmall: true } => $"overlap {ReportNumber.Overlap(delta.Overlap)}, not monotone",
                { IsMonotone: false } => "not monotone",
                _ => null,
            },
        }
        : new ReportCell(ReportNumber.None) { Tooltip = one.Reason };
}
