using System.Collections.Immutable;

namespace DiagCodec.Evaluation.Reports.Bench.Tables;

/// <summary>A table of a report, for a page, for Markdown and for a spreadsheet.</summary>
/// <param name="Title">Above it.</param>
/// <param name="Columns">At least one.</param>
/// <param name="Rows">In order.</param>
/// <param name="Notes">Below it: what figures are and how they were made.</param>
public sealed record ReportTable(string Title, ImmutableArray<ReportColumn> Columns, ImmutableArray<ReportRow> Rows, ImmutableArray<string> Notes)
{
    /// <summary>Of the lines below a value, which the page has and Markdown has not.</summary>
    public ImmutableArray<string> PageNotes { get; init; } = [];
}
