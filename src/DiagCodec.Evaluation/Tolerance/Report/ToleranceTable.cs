using System.Collections.Immutable;

namespace DiagCodec.Evaluation.Tolerance.Report;

/// <summary>A table of a summary, as text.</summary>
/// <param name="Title">A line above it.</param>
/// <param name="Header">Names of the columns; the first column holds words, the others numbers.</param>
/// <param name="Rows">As many fields as there are columns.</param>
public sealed record ToleranceTable(string Title, ImmutableArray<string> Header, ImmutableArray<ImmutableArray<string>> Rows);
