using DiagCodec.Coding.Plans;

namespace DiagCodec.Coding.Tests.Plans;

public sealed class QpMapTests
{
    [Theory]
    [InlineData(32, 0, 32)]
    [InlineData(32, -6, 26)]
    [InlineData(32, 12, 44)]
    [InlineData(3, -4, 0)]
    [InlineData(50, 2, 51)]
    [InlineData(0, -51, 0)]
    [InlineData(51, 51, 51)]
    public void A_blocks_QP_is_frame_QP_plus_offset_clipped(int frameQp, int offset, int expected)
    {
        Assert.Equal(expected, new QpMap(64, 2, 1, [new FrameQps(frameQp, [0, (sbyte)offset])]).AbsoluteQp(0, 1));
    }

    [Fact]
    public void A_frame_without_offsets_has_its_QP_in_every_block()
    {
        Assert.Equal(27, new QpMap(16, 2, 1, [new FrameQps(30, [1, 1]), new FrameQps(27, [])]).AbsoluteQp(1, 1));
    }

    [Theory]
    [InlineData(1, 64, 1)]
    [InlineData(64, 64, 1)]
    [InlineData(65, 64, 2)]
    [InlineData(512, 16, 32)]
    [InlineData(8192, 16, 512)]
    public void Blocks_across_are_rounded_up(int samples, int block, int expected)
    {
        Assert.Equal(expected, QpMap.BlocksAcross(samples, block));
    }

    [Fact]
    public void A_map_of_the_structures_own_frame_QPs_follows_from_the_base_QP()
    {
        Assert.True(Plan(i => new FrameQps(GopStructure.LowDelay8.FrameQp(32, i), [])).FollowsFromBaseQp());
    }

    [Fact]
    public void One_other_frame_QP_or_any_offsets_do_not_follow_from_the_base_QP()
    {
        Assert.False(Plan(i => new FrameQps(GopStructure.LowDelay8.FrameQp(32, i) + (i == 9 ? 1 : 0), [])).FollowsFromBaseQp());
        Assert.False(Plan(i => new FrameQps(GopStructure.LowDelay8.FrameQp(32, i), i == 9 ? [1] : [])).FollowsFromBaseQp());
    }

    private static CodingPlan Plan(Func<int, FrameQps> frame) =>
        new("test", 32, "ldp8", EncoderPreset.Fast, new QpMap(64, 1, 1, [.. Enumerable.Range(0, 10).Select(frame)]));
}
