using DiagCodec.Coding.Prepare;

namespace DiagCodec.Coding.Archive;

/// <summary>The coded video.</summary>
/// <param name="Format">Size of the coded frames; the slice is their upper left corner.</param>
/// <param name="Frames">Number of frames.</param>
/// <param name="Encoder">Name and version.</param>
/// <param name="Options">The encoder's full option string.</param>
/// <param name="ReconstructionSha256">Over all decoded frames, in the frame format: what decoding must give.</param>
public sealed record VideoSection(FrameFormat Format, int Frames, string Encoder, string Options, string ReconstructionSha256)
{
    /// <summary>Where the stream is a learned codec's; null for HEVC.</summary>
    public LearnedSection? Learned { get; init; }
}
