using DiagCodec.Evaluation.Bench.Results;

namespace DiagCodec.Evaluation.Bench.Store;

/// <summary>What is kept of a case, so that a later run need not read its images.</summary>
/// <param name="Case">For bench.json.</param>
/// <param name="PredictionSha256">Of the network's prediction on the uncompressed slices.</param>
/// <param name="MaskSha256">Of that prediction without the classes that do not count.</param>
internal sealed record CaseFacts(BenchCase Case, string PredictionSha256, string MaskSha256);
