using System.Collections.Immutable;

namespace DiagCodec.Allocation.Policies.Environment;

/// <summary>What coding a clip gave, frame by frame.</summary>
/// <param name="Bits">Of the frame's access unit; parameter sets are in the first.</param>
/// <param name="OwnErrors">Voxels that the network finds otherwise than in the uncompressed slice.</param>
/// <param name="TruthErrors">Voxels that it finds otherwise than the truth has them.</param>
public sealed record PlanFigures(ImmutableArray<long> Bits, ImmutableArray<int> OwnErrors, ImmutableArray<int> TruthErrors);
