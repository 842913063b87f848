using DiagCodec.Coding.Plans;
using DiagCodec.Coding.Prepare;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Coding.Tests.Plans;

public sealed class MaskMapTests
{
    private static readonly FrameFormat Format = new(96, 64, 12, ChromaFormat.Luma400);

    [Fact]
    public void Shares_count_the_pixels_of_the_slice_alone()
    {
        // 80 x 40 in blocks of 32: the third column has 16 columns of the slice, the second row 8 rows.
        var labels = new byte[80 * 40];
        labels.AsSpan(0, 8).Fill(1);
        for (var y = 32; y < 40; y++)
        {
            labels.AsSpan((y * 80) + 64, 16).Fill(2);
        }

        var shares = new MaskShares(new LabelMap(80, 40, 1, labels, null), Format, 1, 32);
        Assert.Equal((3, 2, false), (shares.Columns, shares.Rows, shares.IsEmpty));
        Assert.Equal([8.0 / 1024, 0, 0, 0, 0, 1], shares.Of(0));
    }

    [Fact]
    public void A_mask_that_does_not_lie_within_the_frames_is_a_programming_error()
    {
        Assert.Throws<ArgumentException>(() => new MaskShares(new LabelMap(97, 64, 1, new byte[97 * 64], null), Format, 1, 32));
        Assert.Throws<ArgumentException>(() => new MaskShares(new LabelMap(96, 64, 1, new byte[96 * 64], null), Format, 2, 32));
    }

    [Fact]
    public void Foreground_is_every_block_with_mask_and_what_lies_within_the_margin()
    {
        double[] shares = [0, 0, 0, 0, 0, 0.001, 0, 0, 0, 0, 0, 0];
        Assert.Equal([5], Places(BlockClasses.Foreground(shares, 4, 0)));
        Assert.Equal([0, 1, 2, 4, 5, 6, 8, 9, 10], Places(BlockClasses.Foreground(shares, 4, 1)));
        Assert.Equal(Enumerable.Range(0, 12), Places(BlockClasses.Foreground(shares, 4, 2)));

        static IEnumerable<int> Places(bool[] blocks) => Enumerable.Range(0, blocks.Length).Where(b => blocks[b]);
    }

    [Fact]
    public void A_uniform_map_has_the_GOPs_frame_QPs_and_no_offsets()
    {
        var map = QpMap.Uniform(Format, 3, 40, GopStructure.Step, 32);
        Assert.Equal([40, 43, 43], map.Frames.Select(f => f.FrameQp));
        Assert.All(map.Frames, f => Assert.False(f.HasOffsets));
        Assert.Equal((32, 3, 2, 49), (map.BlockSize, map.Columns, map.Rows, map.HighestCodedQp));
    }

    [Fact]
    public void New_offsets_leave_the_frame_QPs_alone_and_zeros_are_none()
    {
        var map = QpMap.Uniform(Format, 2, 40, GopStructure.Step, 32).WithOffsets(i => i == 0 ? new sbyte[6] : [1, 2, 3, 4, 5, 6]);
        Assert.False(map.Frames[0].HasOffsets);
        Assert.Equal((43, 44, 49), (map.Frames[1].FrameQp, map.AbsoluteQp(1, 0), map.AbsoluteQp(1, 5)));
    }
}
