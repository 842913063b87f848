using System.Collections.Immutable;

namespace DiagCodec.Segmentation.Train.Data;

/// <summary>The cases of one training, none in two parts, each part in the order of the data set.</summary>
/// <param name="Train">At least one.</param>
/// <param name="Validation">May be empty.</param>
/// <param name="Test">Not seen by the training; may be empty.</param>
public sealed record SplitSources(
    ImmutableArray<TrainingSource> Train, ImmutableArray<TrainingSource> Validation, ImmutableArray<TrainingSource> Test);
