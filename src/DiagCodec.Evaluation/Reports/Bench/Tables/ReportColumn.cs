namespace DiagCodec.Evaluation.Reports.Bench.Tables;

/// <summary>A column of a report's table.</summary>
/// <param name="Head">Its name, with the unit.</param>
/// <param name="Group">Stands above neighbours of the same group; empty for none.</param>
public sealed record ReportColumn(string Head, string Group = "")
{
    /// <summary>The column holds words, not figures.</summary>
    public bool IsWords { get; init; }
}
