using DiagCodec.Coding.Plans;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Coding.Tests.Plans;

public sealed class GopStructureTests
{
    [Theory]
    [InlineData(12, 11, 17, 16, 13)]
    [InlineData(17, 16, 22, 21, 18)]
    [InlineData(22, 21, 27, 26, 23)]
    [InlineData(27, 26, 34, 33, 28)]
    [InlineData(32, 31, 40, 39, 33)]
    [InlineData(37, 36, 45, 44, 38)]
    [InlineData(42, 41, 50, 49, 43)]
    public void Low_delay_8_gives_the_slice_QPs_of_HM(int qp, int intra, int odd, int even, int key)
    {
        int[] loop = [odd, even, odd, even, odd, even, odd, key];
        var expected = loop.Concat(loop).Concat(loop).Prepend(intra);
        Assert.Equal(expected, Enumerable.Range(0, 25).Select(i => GopStructure.LowDelay8.FrameQp(qp, i)));
    }

    [Fact]
    public void Frame_QPs_are_clipped_to_0_and_51()
    {
        Assert.Equal(0, GopStructure.LowDelay8.FrameQp(0, 0));
        Assert.Equal(51, GopStructure.LowDelay8.FrameQp(51, 1));
        Assert.Equal(51, GopStructure.LowDelay8.FrameQp(51, 8));
        Assert.Equal(50, GopStructure.LowDelay8.FrameQp(51, 0));
    }

    [Fact]
    public void Every_structure_stays_in_range_for_every_base_QP_and_far_frames()
    {
        foreach (var gop in GopStructure.All)
        {
            for (var qp = 0; qp <= 51; qp++)
            {
                Assert.All((int[])[0, 1, 7, 8, 9, 99_999, int.MaxValue], i => Assert.InRange(gop.FrameQp(qp, i), 0, 51));
            }
        }
    }

    [Fact]
    public void Flat_is_the_base_QP_everywhere()
    {
        Assert.All(Enumerable.Range(0, 20), i => Assert.Equal(33, GopStructure.Flat.FrameQp(33, i)));
    }

    [Fact]
    public void Step_is_the_base_QP_once_and_then_three_more()
    {
        Assert.Equal([22, 25, 25, 25], Enumerable.Range(0, 4).Select(i => GopStructure.Step.FrameQp(22, i)));
        Assert.Equal(51, GopStructure.Step.FrameQp(50, 1));
    }

    [Fact]
    public void Structures_are_found_by_their_names_and_unknown_names_are_a_usage_fault()
    {
        Assert.All(GopStructure.All, g => Assert.Same(g, GopStructure.Named(g.Name)));
        Assert.Contains("flat or ldp8", Assert.Throws<UsageException>(() => GopStructure.Named("Flat")).Message, StringComparison.Ordinal);
    }
}
