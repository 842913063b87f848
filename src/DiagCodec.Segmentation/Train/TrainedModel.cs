using System.Collections.Immutable;
using DiagCodec.Segmentation.Score;

namespace DiagCodec.Segmentation.Train;

/// <summary>A model that was trained.</summary>
/// <param name="Folder">The model folder.</param>
/// <param name="Scores">Of the test cases, against the ground truth, with the weights as stored.</param>
public sealed record TrainedModel(string Folder, ImmutableArray<CaseScore> Scores);
