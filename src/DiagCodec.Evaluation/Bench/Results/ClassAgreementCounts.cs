using System.Collections.Immutable;

namespace DiagCodec.Evaluation.Bench.Results;

/// <summary>Voxels by expected and found class: every score of agreement follows from them.</summary>
/// <param name="Voxels">Row by row: Voxels[expected * classes + found], classes with the background.</param>
public sealed record ClassAgreementCounts(ImmutableArray<long> Voxels);
