using DiagCodec.Metrics.Segmentation;

namespace DiagCodec.Metrics.Tests.Segmentation;

public sealed class ClassMeansTests
{
    [Fact]
    public void By_hand()
    {
        // IoU 2/4, 1/3, 2/4; Dice 4/6, 2/4, 4/6.
        var means = ClassMeans.Of(ConfusionCountsTests.Count(3, [0, 0, 0, 1, 1, 2, 2, 2], [0, 0, 1, 1, 2, 2, 2, 0]));
        Assert.Equal(4 / 9.0, means.MeanIou!.Value, 15);
        Assert.Equal(5 / 12.0, means.ForegroundIou!.Value, 15);
        Assert.Equal(11 / 18.0, means.MeanDice!.Value, 15);
        Assert.Equal(7 / 12.0, means.ForegroundDice!.Value, 15);
    }

    [Fact]
    public void A_class_that_nobody_has_is_left_out()
    {
        var few = ClassMeans.Of(ConfusionCountsTests.Count(2, [0, 0, 1, 1], [0, 1, 1, 1]));
        Assert.Equal(few, ClassMeans.Of(ConfusionCountsTests.Count(9, [0, 0, 1, 1], [0, 1, 1, 1])));
        Assert.Equal(((1 / 2.0) + (2 / 3.0)) / 2, few.MeanIou!.Value, 15);
    }

    [Fact]
    public void A_class_that_only_the_prediction_has_counts_as_zero() =>
        Assert.Equal(1 / 4.0, ClassMeans.Of(ConfusionCountsTests.Count(2, [0, 0], [0, 1])).MeanIou);

    [Fact]
    public void Only_background_has_no_foreground_mean() =>
        Assert.Equal(new ClassMeans(1, null, 1, null), ClassMeans.Of(ConfusionCountsTests.Count(3, [0, 0], [0, 0])));

    [Fact]
    public void No_voxels_have_no_mean() => Assert.Equal(new ClassMeans(null, null, null, null), ClassMeans.Of(new ConfusionCounts(3)));

    [Fact]
    public void Equal_maps_are_perfect() =>
        Assert.Equal(new ClassMeans(1, 1, 1, 1), ClassMeans.Of(ConfusionCountsTests.Count(4, [0, 1, 2, 3], [0, 1, 2, 3])));
}
