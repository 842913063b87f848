using System.Collections.Immutable;

namespace DiagCodec.Evaluation.Reports.Bench.Tables;

/// <summary>A row of a report's table.</summary>
/// <param name="Cells">One a column.</param>
/// <param name="IsAnchor">What the others are compared with.</param>
public sealed record ReportRow(ImmutableArray<ReportCell> Cells, bool IsAnchor = false);
