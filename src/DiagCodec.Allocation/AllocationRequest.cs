using DiagCodec.Coding.Plans;
using DiagCodec.Coding.Prepare;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Allocation;

/// <summary>What an allocator may look at.</summary>
/// <param name="Format">Size of the coded frames.</param>
/// <param name="Frames">Number of frames.</param>
/// <param name="BaseQp">0 to 51.</param>
/// <param name="Gop">Gives the frame QPs that offsets are added to.</param>
/// <param name="BlockSize">64, 32 or 16.</param>
public sealed record AllocationRequest(FrameFormat Format, int Frames, int BaseQp, GopStructure Gop, int BlockSize)
{
    /// <summary>
    /// One label a pixel of the slices, which are the upper left corner of the frames: at most as large as a frame, one slice a
    /// frame. Null where no mask is known.
    /// </summary>
    public LabelMap? Mask { get; init; }

    /// <summary>What is coded, for allocators that look at it; null where nobody does.</summary>
    public Volume? Slices { get; init; }

    public int Columns => QpMap.BlocksAcross(Format.Width, BlockSize);

    public int Rows => QpMap.BlocksAcross(Format.Height, BlockSize);
}
