using DiagCodec.Metrics.Bootstrap;
using FsCheck;
using FsCheck.Fluent;

namespace DiagCodec.Metrics.Tests.Bootstrap;

public sealed class BootstrapIntervalTests
{
    private static readonly double[] Ten = [0.71, 0.83, 0.64, 0.91, 0.77, 0.80, 0.58, 0.88, 0.79, 0.69];

    [Fact]
    public void Near_the_interval_of_the_normal_distribution()
    {
        // Mean 0.76; the bootstrap's standard error is that of the population: sqrt(0.0986 / 10 / 10) = 0.0314.
        var interval = BootstrapInterval.OfMean(Ten, new BootstrapOptions { Resamples = 20000 });
        Assert.Equal(0.76, interval.Estimate!.Value, 12);
        Assert.Equal(0.76 - (1.96 * 0.0314), interval.Low!.Value, 0.004);
        Assert.Equal(0.76 + (1.96 * 0.0314), interval.High!.Value, 0.004);
        Assert.Equal((20000, 0), (interval.Resamples, interval.Undefined));
    }

    [Fact]
    public void Two_items_have_the_binomial_distribution()
    {
        // Means of two draws from 0 and 1: 0 in 1/4, 0.5 in 1/2, 1 in 1/4 of the resamples.
        Assert.Equal((0.5, 0.5), Ends(0.4));
        Assert.Equal((0, 1), Ends(0.6));

        static (double?, double?) Ends(double confidence)
        {
            var interval = BootstrapInterval.OfMean([0, 1], new BootstrapOptions { Confidence = confidence });
            return (interval.Low, interval.High);
        }
    }

    [Fact]
    public void The_seed_decides_and_nothing_else()
    {
        var options = new BootstrapOptions { Seed = 7 };
        Assert.Equal(BootstrapInterval.OfMean(Ten, options), BootstrapInterval.OfMean(Ten, options));
        Assert.NotEqual(BootstrapInterval.OfMean(Ten, options), BootstrapInterval.OfMean(Ten, options with { Seed = 8 }));
    }

    [Fact]
    public void Undefined_resamples_are_left_out_and_counted()
    {
        // Items are clips; the statistic needs both codecs: not defined when all four draws are of one kind, 2 in 16.
        var interval = BootstrapInterval.Of<(bool Kind, double Value)>(
            [(true, 1), (true, 1), (false, 3), (false, 3)],
            sample =>
            {
                var (kinds, sum) = (0, 0.0);
                foreach (var (kind, value) in sample)
                {
                    kinds |= kind ? 1 : 2;
                    sum += value;
                }

                return kinds == 3 ? sum / sample.Length : null;
            });
        Assert.Equal(2, interval.Estimate);
        Assert.Equal(2000, interval.Resamples);
        Assert.InRange(interval.Undefined, 190, 310);
        Assert.Equal((1.5, 2.5), (interval.Low, interval.High));
    }

    [Fact]
    public void A_statistic_that_is_never_defined_has_no_interval() =>
        Assert.Equal(new BootstrapInterval(null, null, null, 2000, 2000), BootstrapInterval.Of<int>([1, 2], _ => null));

    [Fact]
    public void Equal_items_have_an_interval_without_width()
    {
        Prop.ForAll<NormalFloat, PositiveInt, ulong>((value, count, seed) =>
        {
            var v = Math.Clamp(value.Get, -1e100, 1e100);
            var interval = BootstrapInterval.OfMean([.. Enumerable.Repeat(v, (count.Get % 20) + 1)], new BootstrapOptions { Resamples = 100, Seed = seed });
            return interval.Width == 0 && interval.Low == v && interval.Estimate == v;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_interval_of_the_median_contains_the_median_and_stays_among_the_values()
    {
        Prop.ForAll<NonEmptyArray<int>, ulong>((items, seed) =>
        {
            double[] values = [.. items.Get.Select(v => (double)v)];
            var interval = BootstrapInterval.OfMedian(values, new BootstrapOptions { Resamples = 200, Seed = seed });
            return interval.Low <= interval.Estimate && interval.Estimate <= interval.High
                && interval.Low >= values.Min() && interval.High <= values.Max();
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void More_confidence_is_never_narrower()
    {
        Prop.ForAll<NonEmptyArray<int>, ulong>((items, seed) =>
        {
            double[] values = [.. items.Get.Select(v => (double)v)];
            var options = new BootstrapOptions { Resamples = 200, Seed = seed, Confidence = 0.8 };
            var (narrow, wide) = (BootstrapInterval.OfMean(values, options), BootstrapInterval.OfMean(values, options with { Confidence = 0.95 }));
            return wide.Low <= narrow.Low && narrow.High <= wide.High;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void What_gives_no_interval_is_refused()
    {
        Assert.Throws<ArgumentException>(() => BootstrapInterval.OfMean([]));
        Assert.Throws<ArgumentException>(() => BootstrapInterval.OfMean([double.NaN]));
        var e = Assert.Throws<ArgumentException>(() => BootstrapInterval.Of<int>([1], _ => double.PositiveInfinity));
        Assert.Equal("a statistic is a finite number or null, found Infinity", e.Message);
        e = Assert.Throws<ArgumentException>(() => BootstrapInterval.OfMean(Ten, new BootstrapOptions { Resamples = 1, Confidence = double.NaN }));
        Assert.Equal("resamples must be at least 100, found 1; confidence must be between 0 and 1, found NaN", e.Message);
    }
}
