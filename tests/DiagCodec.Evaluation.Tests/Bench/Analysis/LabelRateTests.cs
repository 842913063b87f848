using DiagCodec.Evaluation.Bench.Analysis;
using DiagCodec.Evaluation.Bench.Results;

namespace DiagCodec.Evaluation.Tests.Bench.Analysis;

public sealed class LabelRateTests
{
    private static readonly (double, double)[] Rising = [(1, 20), (4, 30), (16, 40), (64, 50)];

    [Fact]
    public void Bits_are_held_against_the_anchors_at_the_same_mean_quality()
    {
        // The anchor's mean curve takes 8 for 35; one and two are 30 and 40 with 2 and 6 bits, so 35 with 4.
        var found = Assert.Single(Of([(2, 30)], [(6, 40)]));
        Assert.Equal((4.0, 35.0), (found.BitsPerVoxel, found.Dice));
        Assert.Equal(8, found.AnchorBitsPerVoxel!.Value, 9);
        Assert.Equal(-50, found.Percent.Estimate!.Value, 9);
        // Either case alone: 2 against 4, 6 against 16.
        Assert.Equal((-62.5, -50.0), (Math.Round(found.Percent.Low!.Value, 9), Math.Round(found.Percent.High!.Value, 9)));
    }

    [Fact]
    public void Every_model_is_a_point_of_its_own_and_none_is_compared_beyond_the_curve()
    {
        var found = Of([(1, 10), (2, 30), (3, 60)], [(1, 10), (2, 30), (3, 60)]);
        Assert.Equal([null, 4.0, null], found.Select(f => f.AnchorBitsPerVoxel is { } rate ? Math.Round(rate, 9) : (double?)null));
        Assert.Equal([null, -50.0, null], found.Select(f => f.Percent.Estimate is { } percent ? Math.Round(percent, 9) : (double?)null));
    }

    [Fact]
    public void Methods_that_give_images_are_no_matter() =>
        Assert.Empty(LabelRate.Of(new BenchCurves(HandMade.Of(("one", "anchor", Rising), ("one", "test", Rising)), QualityMeasure.WindowPsnr)));

    private static LabelRate[] Of((double, double)[] one, (double, double)[] two)
    {
        var file = HandMade.Of(("one", "anchor", Rising), ("two", "anchor", Rising), ("one", "labels", one), ("two", "labels", two));
        BenchMethod[] methods = [.. file.Methods.Select(m => m.Name == "labels" ? m with { GivesLabels = true } : m)];
        return [.. LabelRate.Of(new BenchCurves(file with { Methods = [.. methods] }, QualityMeasure.WindowPsnr))];
    }
}
