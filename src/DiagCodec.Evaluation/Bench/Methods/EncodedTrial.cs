using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Evaluation.Bench.Methods;

/// <summary>A plan that was encoded and is to be judged.</summary>
/// <param name="Bytes">Size of its stream.</param>
/// <param name="ReconstructionSha256">Of all reconstructed frames.</param>
/// <param name="Decoded">What a decoder gives, padding restored.</param>
public sealed record EncodedTrial(long Bytes, string ReconstructionSha256, Volume Decoded);
