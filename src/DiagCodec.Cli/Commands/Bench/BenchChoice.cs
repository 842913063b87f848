using DiagCodec.Evaluation.Bench.Run;

namespace DiagCodec.Cli.Commands.Bench;

/// <summary>What the user asked of <c>bench</c>.</summary>
/// <param name="Experiment">Its file.</param>
/// <param name="Output">Folder of the results.</param>
/// <param name="Overrides">What the experiment says otherwise.</param>
/// <param name="Options">Points at a time, part, retry.</param>
/// <param name="DryRun">Whether only the amount of work is told.</param>
/// <param name="Json">Whether that, or the summary, is printed as JSON.</param>
internal sealed record BenchChoice(string Experiment, string Output, BenchOverrides Overrides, BenchOptions Options, bool DryRun, bool Json);
