using DiagCodec.Segmentation.Harden;
using FsCheck;
using FsCheck.Fluent;

namespace DiagCodec.Segmentation.Tests.Harden;

public sealed class SliceRunTests
{
    [Fact]
    public void A_run_lies_within_the_volume_and_holds_foreground_where_there_is_any() =>
        Prop.ForAll<byte, byte, int>((length, longest, seed) =>
        {
            var (slices, most) = (1 + (length % 9), 1 + (longest % 5));
            var random = new System.Random(seed);
            var foreground = Enumerable.Range(0, slices).Where(_ => random.Next(4) == 0).ToArray();
            var truth = Series.Make(slices, foreground).Truth;
            var run = SliceRun.Draw(truth, most, random);
            Assert.Equal(Math.Min(slices, most), run.Count);
            Assert.InRange(run.First, 0, slices - run.Count);
            Assert.True(foreground.Length == 0 || foreground.Any(z => z >= run.First && z < run.First + run.Count));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(50));

    [Fact]
    public void The_foreground_slice_may_lie_anywhere_in_the_run()
    {
        var truth = Series.Make(9, [4]).Truth;
        var firsts = Enumerable.Range(0, 60).Select(seed => SliceRun.Draw(truth, 3, new System.Random(seed)).First).ToHashSet();
        Assert.Equal([2, 3, 4], firsts.Order());
    }
}
