using DiagCodec.Evaluation.Bench.Analysis;

namespace DiagCodec.Evaluation.Tests.Bench.Analysis;

public sealed class BenchCurvesTests
{
    [Fact]
    public void Means_are_geometric_over_rates_and_leave_failed_points_out()
    {
        var file = HandMade.Of(
            ("one", "anchor", [(1, 20), (2, 30), (3, 40), (4, double.NaN)]),
            ("two", "anchor", [(4, 22), (8, 34), (12, 44), (16, 54)]));
        var mean = new BenchCurves(file, QualityMeasure.WindowPsnr).Mean("anchor");
        Assert.Equal([(1, 2, 21, 2), (2, 4, 32, 2), (3, 6, 42, 2), (4, 16, 54, 1)], mean.Select(p => (p.Parameter, Math.Round(p.BitsPerVoxel, 9), p.Quality, p.Cases)));
    }

    [Fact]
    public void A_point_without_bits_is_no_point_of_a_curve()
    {
        var file = HandMade.Of(("one", "anchor", [(0, 20), (2, 30), (3, 40), (4, 50)]));
        Assert.Equal(3, new BenchCurves(file, QualityMeasure.WindowPsnr).Points("anchor").Count());
    }
}
