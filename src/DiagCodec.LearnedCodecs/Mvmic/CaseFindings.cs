using System.Collections.Immutable;
using DiagCodec.Metrics.Detection;

namespace DiagCodec.LearnedCodecs.Mvmic;

/// <summary>What a task's network found on the slices of one case.</summary>
/// <param name="Accuracy">The task's figures for this case alone.</param>
/// <param name="Images">Of detectors, whose figures over several cases are not the mean of theirs; else none.</param>
public sealed record CaseFindings(ImmutableArray<double?> Accuracy, ImmutableArray<ImageDetections> Images);
