using System.Collections.Immutable;
using DiagCodec.Evaluation.Bench.Analysis;
using DiagCodec.Evaluation.Bench.Results;

namespace DiagCodec.Evaluation.Reports.Bench.Tables;

/// <summary>A row a method, under a heading a group where methods have different anchors.</summary>
internal static class GroupedRows
{
    public static ImmutableArray<ReportRow> Of(BenchAnalysis analysis, Func<BenchMethod, ImmutableArray<ReportCell>> cells) =>
    [
        .. analysis.Groups.SelectMany(g => Heading(analysis, g)
            .Concat(g.Methods.Select(m => new ReportRow(cells(m), m.Name == g.Anchor)))),
    ];

    /// <summary>What a group has in common.</summary>
    public static string Words(BenchAnalysis analysis, AnchorGroup group) => $"{(group.IsWindow ? $"{Coded(analysis.File)}, " : "")}against {group.Anchor}";

    private static IEnumerable<ReportRow> Heading(BenchAnalysis analysis, AnchorGroup group)
    {
        if (analysis.Groups.Length > 1)
        {
            yield return new ReportRow([]) { Heading = Words(analysis, group) };
        }
    }

    private static string Coded(BenchFile file) => file.IsWindowWhole ? "with 8 bits" : "on the 8-bit window";
}
