using FsCheck;
using FsCheck.Fluent;

namespace DiagCodec.Metrics.Tests;

public sealed class SampleSummaryTests
{
    [Fact]
    public void By_hand()
    {
        var summary = SampleSummary.Of([9, 4, 2, 5, 4, 4, 7, 5]);
        Assert.Equal((8, 5, 2, 9), (summary.Count, summary.Mean, summary.Minimum, summary.Maximum));
        Assert.Equal(Math.Sqrt(32 / 7.0), summary.StandardDeviation!.Value, 14);
        Assert.Equal((4, 4.5, 5.5, 1.5), (summary.LowerQuartile, summary.Median, summary.UpperQuartile, summary.InterquartileRange));
    }

    [Fact]
    public void One_value_has_no_spread_to_estimate() =>
        Assert.Equal(new SampleSummary(1, 3, null, 3, 3, 3, 3, 3), SampleSummary.Of([3]));

    [Fact]
    public void The_order_does_not_matter_and_nothing_leaves_the_range()
    {
        Prop.ForAll<NonEmptyArray<NormalFloat>>(values =>
        {
            var sample = values.Get.Select(v => Math.Clamp(v.Get, -1e100, 1e100)).ToArray();
            var summary = SampleSummary.Of(sample);
            Array.Reverse(sample);
            return summary == SampleSummary.Of(sample) && summary.Minimum <= summary.Mean && summary.Mean <= summary.Maximum
                && summary.StandardDeviation is null or >= 0;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void What_cannot_be_summed_up_is_refused()
    {
        Assert.Throws<ArgumentException>(() => SampleSummary.Of([]));
        Assert.Throws<ArgumentException>(() => SampleSummary.Of([1, double.NaN]));
        Assert.Throws<ArgumentException>(() => SampleSummary.Of([double.PositiveInfinity, 2]));
    }
}
