using DiagCodec.Coding.Plans;
using DiagCodec.Coding.Prepare;

namespace DiagCodec.Allocation;

/// <summary>What an allocator may look at.</summary>
/// <param name="Format">Size of the coded frames.</param>
/// <param name="Frames">Number of frames.</param>
/// <param name="BaseQp">0 to 51.</param>
/// <param name="Gop">Gives the frame QPs that offsets are added to.</param>
/// <param name="BlockSize">64, 32 or 16.</param>
public sealed record AllocationRequest(FrameFormat Format, int Frames, int BaseQp, GopStructure Gop, int BlockSize)
{
    public int Columns => QpMap.BlocksAcross(Format.Width, BlockSize);

    public int Rows => QpMap.BlocksAcross(Format.Height, BlockSize);
}
