using DiagCodec.Evaluation.Tolerance.Measure;

namespace DiagCodec.Cli.Commands.Tolerance;

/// <summary>What the user asked of <c>tolerance</c>.</summary>
/// <param name="Data">Folder of cases.</param>
/// <param name="Model">Task, model folder or folder of folds.</param>
/// <param name="Output">Folder of the results.</param>
/// <param name="Pairs">Pair pattern, or null for the known layouts.</param>
/// <param name="Labels">Label mapping, or null.</param>
/// <param name="All">Whether cases count as unseen that no split names.</param>
/// <param name="Options">QPs, preset, cases at a time.</param>
/// <param name="Json">Whether the summary is printed as JSON.</param>
internal sealed record ToleranceChoice(
    string Data, string Model, string Output, string? Pairs, string? Labels, bool All, ToleranceOptions Options, bool Json);
