namespace DiagCodec.Evaluation.Bench.Store;

/// <summary>What is kept of a plan that a search tried.</summary>
/// <param name="Bytes">Size of its stream.</param>
/// <param name="ReconstructionSha256">Of all reconstructed frames.</param>
/// <param name="DecodedSha256">Of the decoded stored values, under which the network's answer is kept.</param>
/// <param name="Encode">Seconds.</param>
internal sealed record TrialFacts(long Bytes, string ReconstructionSha256, string DecodedSha256, double Encode);
