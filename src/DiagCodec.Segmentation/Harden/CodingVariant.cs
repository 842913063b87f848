using DiagCodec.Coding.Plans;
using DiagCodec.Coding.Prepare;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Segmentation.Harden;

/// <summary>One way to code a series for training.</summary>
/// <param name="BaseQp">0 to 51.</param>
/// <param name="BackgroundOffset">Added to the QP of blocks without foreground, 0 to 51; 0 is a uniform QP.</param>
/// <param name="BlockSize">64, 32 or 16.</param>
public sealed record CodingVariant(int BaseQp, int BackgroundOffset, int BlockSize)
{
    public const int DefaultBlockSize = 64;

    /// <summary>The whole frame at the QP that the GOP structure gives it.</summary>
    public static CodingVariant Uniform(int baseQp) => new(baseQp, 0, DefaultBlockSize);

    /// <summary>QPs for slices with this truth; all uniform where no slice holds foreground, as when a mask is empty at encoding.</summary>
    /// <param name="truth">Of the coded slices.</param>
    /// <param name="format">Of the coded frames.</param>
    /// <param name="gop">Gives the frame QPs.</param>
    public QpMap Map(LabelMap truth, FrameFormat format, GopStructure gop)
    {
        var flat = QpMap.Uniform(format, truth.Slices, BaseQp, gop, BlockSize);
        var shares = new MaskShares(truth, format, truth.Slices, BlockSize);
        return BackgroundOffset == 0 || shares.IsEmpty ? flat : flat.WithOffsets(i => Offsets(shares.Of(i), shares.Columns));
    }

    private sbyte[] Offsets(double[] shares, int columns) =>
        Array.ConvertAll(BlockClasses.Foreground(shares, columns, margin: 0), isForeground => (sbyte)(isForeground ? 0 : BackgroundOffset));
}
