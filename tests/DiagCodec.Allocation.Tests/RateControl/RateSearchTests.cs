using DiagCodec.Allocation.RateControl;

namespace DiagCodec.Allocation.Tests.RateControl;

public sealed class RateSearchTests
{
    [Theory]
    [InlineData(32, 300_000)]
    [InlineData(0, 40_000)]
    [InlineData(51, 900_000)]
    [InlineData(10, 20_500)]
    public async Task Few_encodes_find_the_size(int startQp, long target)
    {
        var levels = new FractionalQp(32);
        var search = new RateSearch(new RateTarget(target, RateCounts.Archive), levels);
        var outcome = await search.RunAsync(startQp * 32, level => Task.FromResult(Size(levels.QpOf(level))));
        Assert.Equal(RateOutcome.Reached, outcome);
        Assert.InRange(Math.Abs(search.Best().Bytes - target), 0, 0.01 * target);
        Assert.InRange(search.Tried.Count, 1, 8);
    }

    [Fact]
    public async Task Noise_and_steps_do_not_trap_it()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var noise = Enumerable.Range(0, (51 * 32) + 1).Select(_ => 1 + (0.01 * (random.NextDouble() - 0.5))).ToArray();
            var levels = new FractionalQp(32);
            var target = new RateTarget((long)(Size(2 + (44 * random.NextDouble())) * 1.001), RateCounts.Video);
            var search = new RateSearch(target, levels);
            await search.RunAsync(random.Next(levels.Last), level => Task.FromResult((long)(Size(levels.QpOf(level)) * noise[level])));
            Assert.InRange(Math.Abs(target.Deviation(search.Best().Bytes)), 0, 0.02);
            Assert.Equal(search.Tried.Count, search.Tried.Select(t => t.Level).Distinct().Count());
        }
    }

    [Theory]
    [InlineData(100, RateOutcome.TooSmall)]
    [InlineData(100_000_000, RateOutcome.TooLarge)]
    public async Task What_no_QP_reaches_is_told_apart(long target, RateOutcome expected)
    {
        var levels = new FractionalQp(32);
        var search = new RateSearch(new RateTarget(target, RateCounts.Archive), levels);
        Assert.Equal(expected, await search.RunAsync(32 * 32, level => Task.FromResult(Size(levels.QpOf(level)))));
    }

    [Fact]
    public async Task One_frame_ends_at_the_nearest_whole_QP()
    {
        var levels = new FractionalQp(1);
        var search = new RateSearch(new RateTarget((Size(20) + Size(21)) / 2, RateCounts.Archive), levels);
        Assert.Equal(RateOutcome.Nearest, await search.RunAsync(32, level => Task.FromResult(Size(level))));
        Assert.InRange(search.Best().Level, 20, 21);
    }

    [Fact]
    public void A_bit_rate_counts_the_video()
    {
        var target = RateTarget.OfBitrate(20_000, 59);
        Assert.Equal((147_500, RateCounts.Video), (target.Bytes, target.Counts));
    }

    /// <summary>A curve that bends as real ones do: steep at fine QPs, flat with an overhead at coarse ones.</summary>
    private static long Size(double qp) => (long)(8_000 + (4_000_000 * Math.Exp(-0.16 * qp + (0.0006 * qp * qp))));
}
