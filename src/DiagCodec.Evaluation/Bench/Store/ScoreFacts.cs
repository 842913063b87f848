using DiagCodec.Evaluation.Bench.Results;

namespace DiagCodec.Evaluation.Bench.Store;

/// <summary>What the network found on decoded slices.</summary>
/// <param name="Own">Against its prediction on the uncompressed ones.</param>
/// <param name="Truth">Against the truth.</param>
/// <param name="PredictionSha256">Of what it found.</param>
/// <param name="Seconds">The network took.</param>
internal sealed record ScoreFacts(ClassAgreementCounts Own, ClassAgreementCounts Truth, string PredictionSha256, double Seconds);
