using DiagCodec.Allocation.Policies.Actions;
using DiagCodec.Allocation.Tests.Maps;
using DiagCodec.Coding.Prepare;

namespace DiagCodec.Allocation.Tests.Policies.Actions;

public sealed class PolicyDecisionsTests
{
    private static readonly ActionSets Sets = new([new FrameQpPair(20, 24), new FrameQpPair(45, 48)], [0, -5], [0, 7], -3);

    [Fact]
    public void Offsets_go_where_the_foreground_and_the_background_are()
    {
        var map = PolicyDecisions.Single(0, 3, 2).ToMap(Sets, frame => [frame == 0, false, true, false, false, frame == 1], Format(12), 64);
        Assert.Equal((64, 3, 2), (map.BlockSize, map.Columns, map.Rows));
        Assert.Equal([-5, 7, -5, 7, 7, 7], map.Offsets(0));
        Assert.Equal([7, 7, -5, 7, 7, -5], map.Offsets(1));
        Assert.Equal((17, 24), (map.Frames[0].FrameQp, map.Frames[1].FrameQp));
        Assert.Equal((12, 31), (map.AbsoluteQp(0, 0), map.AbsoluteQp(1, 0)));
    }

    [Fact]
    public void Every_GOP_has_the_QPs_of_its_own_action()
    {
        var map = new PolicyDecisions([0, 1], [.. Enumerable.Repeat(0, 17)]).ToMap(Sets, _ => new bool[6], Format(12), 64);
        Assert.Equal([17, 24, 24, 24, 24, 24, 24, 24, 20, 48, 48, 48, 48, 48, 48, 48, 45], map.Frames.Select(f => f.FrameQp));
    }

    [Fact]
    public void Every_frame_has_the_offsets_of_its_own_action()
    {
        var map = new PolicyDecisions([0], [0, 1, 2, 3]).ToMap(Sets, _ => [true, false, false, false, false, false], Format(12), 64);
        Assert.Equal([(0, 0), (0, 7), (-5, 0), (-5, 7)], Enumerable.Range(0, 4).Select(i => (map.Offsets(i)[0], map.Offsets(i)[1])));
        Assert.Equal([false, true, true, true], map.Frames.Select(f => f.HasOffsets));
    }

    [Theory]
    [InlineData(12, 49)]
    [InlineData(10, 51)]
    [InlineData(8, 51)]
    public void Coarse_QPs_are_clipped_to_what_can_be_decoded(int bitDepth, int highest)
    {
        var map = PolicyDecisions.Single(1, 1, 2).ToMap(Sets, _ => new bool[6], Format(bitDepth), 64);
        Assert.Equal(highest, map.AbsoluteQp(1, 0));
    }

    [Theory]
    [InlineData(64, 4, 3)]
    [InlineData(32, 7, 5)]
    [InlineData(16, 13, 9)]
    public void Blocks_at_the_edges_may_hang_over(int block, int columns, int rows)
    {
        var map = PolicyDecisions.Single(0, 1, 1).ToMap(Sets, _ => new bool[columns * rows], new FrameFormat(193, 129, 12, ChromaFormat.Luma400), block);
        Assert.Equal((columns, rows, columns * rows), (map.Columns, map.Rows, map.Frames[0].Offsets.Length));
    }

    [Fact]
    public void One_choice_for_a_clip_is_one_for_every_GOP_and_frame()
    {
        var decisions = PolicyDecisions.Single(1, 2, 33);
        Assert.Equal([1, 1, 1, 1], decisions.Gops.AsEnumerable());
        Assert.Equal(Enumerable.Repeat(2, 33), decisions.Frames);
    }

    private static FrameFormat Format(int bitDepth) => new(192, 128, bitDepth, ChromaFormat.Luma400);
}
