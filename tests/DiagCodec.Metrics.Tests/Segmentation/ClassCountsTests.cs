using DiagCodec.Metrics.Segmentation;
using FsCheck;
using FsCheck.Fluent;

namespace DiagCodec.Metrics.Tests.Segmentation;

public sealed class ClassCountsTests
{
    [Fact]
    public void By_hand()
    {
        var counts = new ClassCounts(TruePositive: 6, FalsePositive: 2, FalseNegative: 4, TrueNegative: 88);
        Assert.Equal(12 / 18.0, counts.Dice);
        Assert.Equal(6 / 12.0, counts.Iou);
        Assert.Equal(0.6, counts.Sensitivity);
        Assert.Equal(0.75, counts.Precision);
        Assert.Equal(-0.2, counts.RelativeVolumeError);
        Assert.Equal(-2 * 0.5 / 1000, counts.VolumeError(0.5), 15);
    }

    [Fact]
    public void Nothing_to_find_and_nothing_found_is_not_defined_unless_asked_to_be_a_success()
    {
        var counts = new ClassCounts(0, 0, 0, 10);
        Assert.True(counts.IsAbsent);
        Assert.Null(counts.Dice);
        Assert.Null(counts.Iou);
        Assert.Null(counts.Sensitivity);
        Assert.Null(counts.Precision);
        Assert.Null(counts.RelativeVolumeError);
        Assert.Equal(0, counts.VolumeError(1));
        Assert.Equal(1, counts.DiceOrOne);
        Assert.Equal(1, counts.IouOrOne);
    }

    [Fact]
    public void Nothing_to_find_but_something_found_scores_zero()
    {
        var counts = new ClassCounts(0, 3, 0, 7);
        Assert.False(counts.IsAbsent);
        Assert.Equal(0, counts.Dice);
        Assert.Equal(0, counts.DiceOrOne);
        Assert.Equal(0, counts.Iou);
        Assert.Null(counts.Sensitivity);
        Assert.Equal(0, counts.Precision);
        Assert.Null(counts.RelativeVolumeError);
        Assert.Equal(0.003, counts.VolumeError(1), 15);
    }

    [Fact]
    public void Something_to_find_but_nothing_found_scores_zero()
    {
        var counts = new ClassCounts(0, 0, 3, 7);
        Assert.Equal(0, counts.Dice);
        Assert.Equal(0, counts.IouOrOne);
        Assert.Equal(0, counts.Sensitivity);
        Assert.Null(counts.Precision);
        Assert.Equal(-1, counts.RelativeVolumeError);
    }

    [Fact]
    public void One_voxel_is_enough()
    {
        var hit = ConfusionCountsTests.Count(2, [1], [1]).Of(1);
        Assert.Equal((1, 1, 1, 1, 0), (hit.Dice, hit.Iou, hit.Sensitivity, hit.Precision, hit.RelativeVolumeError));
        Assert.Equal(0, ConfusionCountsTests.Count(2, [1], [0]).Of(1).Dice);
    }

    [Fact]
    public void A_voxel_without_volume_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ClassCounts(1, 1, 1, 1).VolumeError(0));

    [Fact]
    public void Dice_is_the_harmonic_mean_of_sensitivity_and_precision_and_tells_the_iou()
    {
        Prop.ForAll<PositiveInt, NonNegativeInt, NonNegativeInt>((both, only, missed) =>
        {
            var counts = new ClassCounts(both.Get, only.Get, missed.Get, 0);
            var (dice, iou) = (counts.Dice!.Value, counts.Iou!.Value);
            var harmonic = 2 / ((1 / counts.Sensitivity!.Value) + (1 / counts.Precision!.Value));
            return Math.Abs(dice - harmonic) < 1e-12 && Math.Abs(iou - (dice / (2 - dice))) < 1e-12 && iou <= dice && dice <= 1;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Exchanging_truth_and_prediction_keeps_dice_and_exchanges_sensitivity_and_precision()
    {
        Prop.ForAll<NonEmptyArray<(bool T, bool P)>>(pairs =>
        {
            var (truth, predicted) = (pairs.Get.Select(v => (byte)(v.T ? 1 : 0)).ToArray(), pairs.Get.Select(v => (byte)(v.P ? 1 : 0)).ToArray());
            var (one, other) = (ConfusionCountsTests.Count(2, truth, predicted).Of(1), ConfusionCountsTests.Count(2, predicted, truth).Of(1));
            return one.Dice == other.Dice && one.Iou == other.Iou && one.Sensitivity == other.Precision && one.Precision == other.Sensitivity;
        }).QuickCheckThrowOnFailure();
    }
}
