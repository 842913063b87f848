using DiagCodec.Allocation.RateControl;
using DiagCodec.Coding.Plans;
using DiagCodec.Coding.Prepare;
using FsCheck;
using FsCheck.Fluent;

namespace DiagCodec.Allocation.Tests.RateControl;

public sealed class FractionalQpTests
{
    [Fact]
    public void Each_level_raises_one_frame_by_one() =>
        Prop.ForAll<byte, ushort>((frames, n) =>
        {
            var levels = new FractionalQp(1 + frames);
            var level = n % levels.Last;
            var (a, b) = (Qps(levels, level), Qps(levels, level + 1));
            Assert.Equal(level, a.Sum());
            Assert.Equal(1, b.Zip(a, (x, y) => x - y).Sum(Math.Abs));
            Assert.InRange(a.Max() - a.Min(), 0, 1);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Half_a_QP_is_every_second_frame_and_the_first_comes_last()
    {
        var levels = new FractionalQp(8);
        Assert.Equal([20, 21, 20, 21, 20, 21, 20, 21], Qps(levels, 164));
        Assert.Equal([20, 21, 21, 21, 21, 21, 21, 21], Qps(levels, 167));
        Assert.Equal(20.5, levels.QpOf(164));
    }

    private static int[] Qps(FractionalQp levels, int level)
    {
        var format = new FrameFormat(128, 64, 8, ChromaFormat.Luma400);
        var map = levels.MapOf(level, qp => new UniformAllocator().Allocate(new AllocationRequest(format, levels.Frames, qp, GopStructure.Flat, 64)));
        return [.. map.Frames.Select(f => f.FrameQp)];
    }
}
