namespace DiagCodec.Allocation.Policies.Search;

/// <summary>A plan that was encoded and judged.</summary>
/// <param name="Candidate">The plan.</param>
/// <param name="VideoBytes">Size of its video.</param>
/// <param name="OwnDice">What the network finds in the reconstruction against what it finds in the uncompressed slices, 0 to 1; see <see cref="OwnAgreement"/>.</param>
/// <param name="ReconstructionSha256">Of all reconstructed frames, so that a second encode can prove to be the same.</param>
public sealed record PlanTrial(PlanCandidate Candidate, long VideoBytes, double OwnDice, string ReconstructionSha256);
