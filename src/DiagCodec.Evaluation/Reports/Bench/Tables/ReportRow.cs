using System.Collections.Immutable;

namespace DiagCodec.Evaluation.Reports.Bench.Tables;

/// <summary>A row of a report's table.</summary>
/// <param name="Cells">One a column; none where there is a heading.</param>
/// <param name="IsAnchor">What the others are compared with.</param>
public sealed record ReportRow(ImmutableArray<ReportCell> Cells, bool IsAnchor = false)
{
    /// <summary>Of the rows that follow, across all columns; null in rows that hold cells.</summary>
    public string? Heading { get; init; }
}
