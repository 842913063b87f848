using System.Collections.Immutable;

namespace DiagCodec.Evaluation.Reports.Bench.Tables;

/// <summary>A cell of a report's table.</summary>
/// <param name="Text">What it says; may be empty.</param>
public sealed record ReportCell(string Text)
{
    /// <summary>Interval of the value; null for none.</summary>
    public string? Range { get; init; }

    /// <summary>How many cases and how much overlap are behind it; null for none.</summary>
    public string? Note { get; init; }

    /// <summary>What takes trust away from the value; null for nothing.</summary>
    public string? Doubt { get; init; }

    /// <summary>In place of <see cref="Note"/> and <see cref="Doubt"/> where a cell has room for one line only; empty for nothing, null: those two.</summary>
    public string? Short { get; init; }

    /// <summary>Stand for <see cref="Doubt"/> where a cell has room for one line only.</summary>
    public ImmutableArray<ReportMark> Marks { get; init; } = [];

    /// <summary>What a reader sees who points at it; null for nothing.</summary>
    public string? Tooltip { get; init; }

    public static implicit operator ReportCell(string text) => new(text);

    public static ReportCell FromString(string text) => new(text);
}
