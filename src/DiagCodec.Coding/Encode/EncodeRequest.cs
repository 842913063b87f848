using DiagCodec.Coding.Plans;
using DiagCodec.Coding.Prepare;

namespace DiagCodec.Coding.Encode;

/// <summary>One run of an encoder.</summary>
/// <param name="Frames">What to code.</param>
/// <param name="Plan">QPs and preset.</param>
/// <param name="WorkFolder">A private folder for the video and whatever else the encoder writes.</param>
public sealed record EncodeRequest(FrameSequence Frames, CodingPlan Plan, string WorkFolder)
{
    /// <summary>Threads the encoder may use; null: as many as there are cores. The video does not depend on it.</summary>
    public int? Threads { get; init; }

    /// <summary>Adds the MD5 picture hash SEI: 25 bytes a picture in 4:0:0, 57 in 4:2:0.</summary>
    public bool PictureHash { get; init; }

    /// <summary>Called with every reconstructed frame, in order, on some thread; the memory is reused after the call.</summary>
    public Action<int, ReadOnlyMemory<byte>>? OnReconstruction { get; init; }
}
