using System.Collections.Immutable;

namespace DiagCodec.LearnedCodecs.Orchestrated.Train;

/// <summary>Images or volumes with their truth, in memory.</summary>
/// <param name="Images">Count * channels * sides values, 0 to 1.</param>
/// <param name="Labels">Count * sides class numbers.</param>
/// <param name="Count">2 or more: batch normalisation compares them.</param>
/// <param name="Sides">Height and width, or depth, height and width; multiples of 16.</param>
public sealed record OrchestratedBatch(float[] Images, long[] Labels, int Count, ImmutableArray<long> Sides);
