namespace DiagCodec.Coding.Decode;

/// <summary>What a decoding proved.</summary>
/// <param name="FramesSha256">Lower-case hex over all frames.</param>
/// <param name="Note">
/// Where frames may rightly differ from those of another machine, because the stream itself was proved to be read alike: one sentence on
/// how far these do. Null where every sample has to be the same.
/// </param>
public sealed record StreamProof(string FramesSha256, string? Note);
