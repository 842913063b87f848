using System.Collections.Immutable;
using DiagCodec.Coding.Prepare;

namespace DiagCodec.Coding.Plans;

/// <summary>A frame QP for every frame and a signed offset for every block; absolute QP = frame QP + offset, clipped to 0..51 (0..49 at 12 bits).</summary>
/// <param name="BlockSize">64, 32 or 16 luma samples.</param>
/// <param name="Columns">Blocks in a row: ceil(width / BlockSize).</param>
/// <param name="Rows">Rows of blocks: ceil(height / BlockSize).</param>
/// <param name="Frames">In coding order.</param>
public sealed record QpMap(int BlockSize, int Columns, int Rows, ImmutableArray<FrameQps> Frames)
{
    public static IReadOnlyList<int> BlockSizes { get; } = [64, 32, 16];

    public const int LowestQp = 0;

    /// <summary>Of frame QPs and, at 8 and 10 bits, of blocks.</summary>
    public const int HighestQp = 51;

    public int BlocksPerFrame => Columns * Rows;

    public static int BlocksAcross(int samples, int blockSize) => (samples + blockSize - 1) / blockSize;

    /// <summary>
    /// Highest QP that is coded: 51, at 12 bits 49, because ffmpeg does not decode 50 and 51 there (its tables of QP + 24 end before).
    /// </summary>
    public int HighestCodedQp { get; init; } = HighestQp;

    public static int HighestCodedQpAt(int bitDepth) => bitDepth == 12 ? 49 : HighestQp;

    /// <summary>Every block of a frame at the frame's QP.</summary>
    /// <param name="format">Of the coded frames.</param>
    /// <param name="frames">Number of frames.</param>
    /// <param name="baseQp">0 to 51.</param>
    /// <param name="gop">Gives the frame QPs.</param>
    /// <param name="blockSize">64, 32 or 16.</param>
    public static QpMap Uniform(FrameFormat format, int frames, int baseQp, GopStructure gop, int blockSize) => new(
        blockSize,
        BlocksAcross(format.Width, blockSize),
        BlocksAcross(format.Height, blockSize),
        [.. Enumerable.Range(0, frames).Select(i => new FrameQps(gop.FrameQp(baseQp, i), []))])
    {
        HighestCodedQp = HighestCodedQpAt(format.BitDepth),
    };

    /// <summary>The same frame QPs with other offsets.</summary>
    /// <param name="offsets">One offset a block for the frame of that index.</param>
    public QpMap WithOffsets(Func<int, sbyte[]> offsets) => this with
    {
        Frames = [.. Frames.Select((f, i) => offsets(i) is var o && Array.TrueForAll(o, v => v == 0) ? f with { Offsets = [] } : f with { Offsets = [.. o] })],
    };

    /// <summary>The QP that the encoder uses for a block, which is what the bitstream carries wherever the block has coefficients.</summary>
    public int AbsoluteQp(int frame, int block)
    {
        var qps = Frames[frame];
        return Math.Clamp(qps.FrameQp + (qps.HasOffsets ? qps.Offsets[block] : 0), LowestQp, HighestCodedQp);
    }
}
