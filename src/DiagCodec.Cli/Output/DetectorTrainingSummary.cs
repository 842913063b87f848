using System.Collections.Immutable;

namespace DiagCodec.Cli.Output;

/// <summary>What <c>train detector --json</c> prints.</summary>
/// <param name="Model">Its folder.</param>
/// <param name="TestCases">Unseen cases that the figures are of.</param>
/// <param name="Figures">Mean average precisions over all slices of the test cases.</param>
internal sealed record DetectorTrainingSummary(string Model, int TestCases, ImmutableArray<TaskFigure> Figures);
