using System.Collections.Immutable;

namespace DiagCodec.Cli.Commands.Report;

/// <summary>What the user asked of <c>report</c>.</summary>
/// <param name="Inputs">Folders of benches, or their bench.json; at least one.</param>
/// <param name="Output">The file to write.</param>
/// <param name="Format">html, md or csv; null: by the output's name.</param>
/// <param name="MainTable">CSV: the deltas instead of the points.</param>
/// <param name="Anchor">Name of the method that others are compared with; null: the experiment's.</param>
/// <param name="Overwrite">Whether an output that is there is replaced.</param>
internal sealed record ReportOptions(ImmutableArray<string> Inputs, string Output, string? Format, bool MainTable, string? Anchor, bool Overwrite);
