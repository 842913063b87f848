using System.Collections.Immutable;
using DiagCodec.Coding.Archive;

namespace DiagCodec.Coding.Encode;

/// <summary>What an encoder made.</summary>
/// <param name="Path">Annex B HEVC stream, or a learned codec's, in the work folder.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="ReconstructionSha256">Lower-case hex over all reconstructed frames in the frame format.</param>
/// <param name="Encoder">Name and version.</param>
/// <param name="Options">The full option string in force.</param>
/// <param name="Frames">One entry per frame.</param>
/// <param name="ProcessorTime">CPU time of the encoder.</param>
public sealed record EncodedVideo(
    string Path,
    long Bytes,
    string ReconstructionSha256,
    string Encoder,
    string Options,
    ImmutableArray<FrameStatistics> Frames,
    TimeSpan ProcessorTime)
{
    /// <summary>Where the stream is a learned codec's; null for HEVC.</summary>
    public LearnedSection? Learned { get; init; }
}
