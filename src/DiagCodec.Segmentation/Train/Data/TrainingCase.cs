using System.Collections.Immutable;

namespace DiagCodec.Segmentation.Train.Data;

/// <summary>One patient or image.</summary>
/// <param name="Name">As the split file names it.</param>
/// <param name="Source">As it was read.</param>
/// <param name="Coded">The same slices, or runs of them, coded and decoded; empty where training is not hardened.</param>
public sealed record TrainingCase(string Name, TrainingVolume Source, ImmutableArray<TrainingVolume> Coded);
