using DiagCodec.Evaluation.Bench.Analysis;

namespace DiagCodec.Evaluation.Tests.Bench.Analysis;

public sealed class EqualQualityTests
{
    private static readonly (double, double)[] Rising = [(1, 20), (4, 30), (16, 40), (64, 50)];

    [Fact]
    public void Halfway_up_is_halfway_between_the_logarithms_of_the_rates()
    {
        var file = HandMade.Of(("one", "anchor", Rising), ("one", "test", [.. Rising.Select(p => (p.Item1 * 4, p.Item2))]));
        var curves = new BenchCurves(file, QualityMeasure.WindowPsnr);
        Assert.Equal(8, ReachedRate.Of(curves, "anchor", "one", 35).BitsPerVoxel!.Value, 9);
        var found = EqualQuality.Of(curves, 35);
        Assert.Equal((0.0, 0.0, 0.0), (found[0].Percent!.Estimate, found[0].Percent!.Low, found[0].Percent!.High));
        Assert.Equal(300, found[1].Percent!.Estimate!.Value, 9);
        Assert.Equal((8.0, 32.0), (Math.Round(found[0].BitsPerVoxel!.Value, 9), Math.Round(found[1].BitsPerVoxel!.Value, 9)));
    }

    [Fact]
    public void Ratios_are_averaged_as_logarithms()
    {
        // Four times and a quarter: nothing on the whole, where a mean of percents would say +112.5.
        var file = HandMade.Of(
            ("one", "anchor", Rising), ("one", "test", [.. Rising.Select(p => (p.Item1 * 4, p.Item2))]),
            ("two", "anchor", Rising), ("two", "test", [.. Rising.Select(p => (p.Item1 / 4, p.Item2))]));
        var percent = EqualQuality.Of(new BenchCurves(file, QualityMeasure.WindowPsnr), 35)[1].Percent!;
        Assert.Equal(0, percent.Estimate!.Value, 9);
        Assert.Equal((-75.0, 300.0), (Math.Round(percent.Low!.Value, 6), Math.Round(percent.High!.Value, 6)));
    }

    [Theory]
    [InlineData(19, "from the lowest rate on")]
    [InlineData(51, "not reached")]
    public void Beyond_the_curve_nothing_is_made_up(double quality, string reason)
    {
        var curves = new BenchCurves(HandMade.Of(("one", "anchor", Rising)), QualityMeasure.WindowPsnr);
        Assert.Contains(reason, ReachedRate.Of(curves, "anchor", "one", quality).Reason, StringComparison.Ordinal);
        var none = Assert.Single(EqualQuality.Of(curves, quality));
        Assert.Equal((0, null, null), (none.Used, none.BitsPerVoxel, none.Percent));
    }

    [Theory]
    [InlineData(20, 1)]
    [InlineData(50, 64)]
    public void The_ends_of_the_curve_count_as_reached(double quality, double rate)
    {
        var curves = new BenchCurves(HandMade.Of(("one", "anchor", Rising)), QualityMeasure.WindowPsnr);
        Assert.Equal(rate, ReachedRate.Of(curves, "anchor", "one", quality).BitsPerVoxel!.Value, 9);
    }

    [Fact]
    public void A_dip_is_pooled_and_few_pools_are_enough()
    {
        // 35 and 25 pool to 30 at rate 4: two points are left of four.
        var curves = new BenchCurves(HandMade.Of(("one", "anchor", [(1, 10), (2, 35), (8, 25), (4, 30)])), QualityMeasure.WindowPsnr);
        Assert.Equal(2, ReachedRate.Of(curves, "anchor", "one", 20).BitsPerVoxel!.Value, 9);
    }
}
