using DiagCodec.Metrics.Bjontegaard;

namespace DiagCodec.Metrics.Tests.Bjontegaard;

public sealed class RateCurveTests
{
    private static readonly RatePoint[] Rising = [new(1, 30), new(2, 31), new(4, 32), new(8, 33)];

    [Fact]
    public void Points_come_in_rising_order_of_rate() =>
        Assert.Equal(Rising, new RateCurve("test", Rising.Reverse()).Points);

    [Fact]
    public void Fewer_than_four_points_are_refused()
    {
        var e = Assert.Throws<ArgumentException>(() => new RateCurve("anchor", Rising[..3]));
        Assert.Equal("anchor: a curve needs at least 4 points, found 3", e.Message);
    }

    [Theory]
    [InlineData(0, 1, "test: a rate is a finite number above 0, found 0")]
    [InlineData(-2, 1, "test: a rate is a finite number above 0, found -2")]
    [InlineData(double.NaN, 1, "test: a rate is a finite number above 0, found NaN")]
    [InlineData(double.PositiveInfinity, 1, "test: a rate is a finite number above 0, found Infinity")]
    [InlineData(3, double.NaN, "test: a quality is a finite number, found NaN at rate 3")]
    [InlineData(3, double.NegativeInfinity, "test: a quality is a finite number, found -Infinity at rate 3")]
    public void What_has_no_logarithm_or_no_value_is_refused(double rate, double quality, string message) =>
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => new RateCurve("test", [.. Rising, new(rate, quality)])).Message);

    [Fact]
    public void Monotone_means_more_quality_for_more_rate()
    {
        Assert.True(new RateCurve("a", Rising).IsMonotone);
        Assert.False(new RateCurve("a", [.. Rising, new(16, 32.9)]).IsMonotone);
        Assert.False(new RateCurve("a", [.. Rising, new(16, 33)]).IsMonotone);
        Assert.False(new RateCurve("a", [.. Rising, new(8, 34)]).IsMonotone);
    }

    [Fact]
    public void Two_points_at_the_same_place_are_refused_where_it_matters()
    {
        var rising = new RateCurve("anchor", Rising);
        var saturated = new RateCurve("test", [.. Rising, new(16, 33)]);
        var e = Assert.Throws<ArgumentException>(() => BjontegaardDelta.OfRate(rising, saturated));
        Assert.Equal("test: two points have the same quality: 33 at rate 8, 33 at rate 16; leave one out", e.Message);
        var delta = BjontegaardDelta.OfQuality(rising, saturated);
        Assert.Equal(3 / 4.0, delta.Overlap, 12);
        Assert.False(delta.IsOverlapSmall);
        Assert.True(delta is { IsAnchorMonotone: true, IsTestMonotone: false });

        var doubled = new RateCurve("test", [.. Rising, new(8, 34)]);
        Assert.Contains("two points have the same rate: 33 at rate 8, 34 at rate 8",
            Assert.Throws<ArgumentException>(() => BjontegaardDelta.OfQuality(rising, doubled)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Curves_that_only_touch_do_not_overlap()
    {
        var low = new RateCurve("anchor", Rising);
        var high = new RateCurve("test", Rising.Select(p => new RatePoint(p.Rate * 8, p.Quality + 3)));
        Assert.Equal("no overlap: anchor has qualities 30 to 33, test has qualities 33 to 36",
            Assert.Throws<ArgumentException>(() => BjontegaardDelta.OfRate(low, high)).Message);
        Assert.Equal("no overlap: anchor has rates 1 to 8, test has rates 8 to 64",
            Assert.Throws<ArgumentException>(() => BjontegaardDelta.OfQuality(low, high)).Message);
    }

    [Fact]
    public void Isotonic_pools_what_does_not_rise()
    {
        // 33 and 32 pool to 32.5, above which the next 32.5 does not rise, so all three become one point.
        var curve = new RateCurve("a", [new(1, 30), new(2, 31), new(4, 32), new(8, 33), new(16, 32), new(32, 32.5), new(64, 34)]).Isotonic();
        Assert.Equal("a (isotonic)", curve.Name);
        Assert.True(curve.IsMonotone);
        Assert.Equal([1, 2, 4, 16, 64], curve.Points.Select(p => Math.Round(p.Rate, 9)));
        Assert.Equal([30, 31, 32, 32.5, 34], curve.Points.Select(p => Math.Round(p.Quality, 12)));
    }

    [Fact]
    public void Isotonic_takes_points_of_one_rate_together_and_leaves_a_rising_curve_alone()
    {
        var curve = new RateCurve("a", [.. Rising, new(8, 34)]).Isotonic();
        Assert.Equal([30, 31, 32, 33.5], curve.Points.Select(p => Math.Round(p.Quality, 12)));
        Assert.Equal(Rising.Select(p => p.Quality), new RateCurve("a", Rising).Isotonic().Points.Select(p => p.Quality));
    }

    [Fact]
    public void Isotonic_says_when_too_few_points_are_left() =>
        Assert.Equal("a (isotonic): a curve needs at least 4 points, found 1",
            Assert.Throws<ArgumentException>(() => new RateCurve("a", Rising.Select(p => p with { Quality = -p.Quality })).Isotonic()).Message);

    [Fact]
    public void Isotonic_points_are_given_however_few_are_left()
    {
        var curve = new RateCurve("falling", [new(1, 40), new(10, 30), new(100, 20), new(1000, 50)]);
        var points = curve.IsotonicPoints();
        Assert.Equal([(10, 30), (1000, 50)], points.Select(p => (Math.Round(p.Rate, 9), p.Quality)));
        Assert.Throws<ArgumentException>(curve.Isotonic);
    }
}
