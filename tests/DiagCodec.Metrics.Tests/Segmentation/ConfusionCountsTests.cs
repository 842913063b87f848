using DiagCodec.Metrics.Segmentation;
using FsCheck;
using FsCheck.Fluent;

namespace DiagCodec.Metrics.Tests.Segmentation;

public sealed class ConfusionCountsTests
{
    private static readonly byte[] Truth = [0, 0, 0, 1, 1, 2, 2, 2];
    private static readonly byte[] Predicted = [0, 0, 1, 1, 2, 2, 2, 0];

    [Fact]
    public void By_hand()
    {
        var counts = Count(3, Truth, Predicted);
        Assert.Equal([2, 1, 0, 0, 1, 1, 1, 0, 2], from t in Enumerable.Range(0, 3) from p in Enumerable.Range(0, 3) select counts[t, p]);
        Assert.Equal(8, counts.Total);
        Assert.Equal(new ClassCounts(2, 1, 1, 4), counts.Of(0));
        Assert.Equal(new ClassCounts(1, 1, 1, 5), counts.Of(1));
        Assert.Equal(new ClassCounts(2, 1, 1, 4), counts.Of(2));
    }

    [Fact]
    public void Foreground_forgives_one_foreground_class_for_another() =>
        Assert.Equal(new ClassCounts(4, 1, 1, 2), Count(3, Truth, Predicted).Foreground());

    [Fact]
    public void Slices_and_volumes_add_up()
    {
        var whole = Count(3, Truth, Predicted);
        var slices = new ConfusionCounts(3);
        slices.Add(Truth.AsSpan(0, 3), Predicted.AsSpan(0, 3));
        slices.Add(Count(3, Truth[3..], Predicted[3..]));
        Assert.Equal(Enumerable.Range(0, 3).Select(whole.Of), Enumerable.Range(0, 3).Select(slices.Of));
    }

    [Fact]
    public void All_256_classes_can_be_counted() => Assert.Equal(1, Count(256, [255], [254])[255, 254]);

    [Fact]
    public void A_class_number_too_large_is_refused_and_nothing_is_added()
    {
        var counts = new ConfusionCounts(2);
        var e = Assert.Throws<ArgumentException>(() => counts.Add([0, 1, 1], [0, 1, 7]));
        Assert.Equal("class numbers 0 to 1 were expected, found 7 at voxel 2", e.Message);
        Assert.Equal(0, counts.Total);
    }

    [Fact]
    public void What_does_not_belong_together_is_refused()
    {
        var counts = new ConfusionCounts(2);
        Assert.Throws<ArgumentException>(() => counts.Add([0, 1], [0]));
        Assert.Throws<ArgumentException>(() => counts.Add([], []));
        Assert.Throws<ArgumentException>(() => counts.Add(new ConfusionCounts(3)));
        Assert.Throws<ArgumentOutOfRangeException>(() => counts.Of(2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConfusionCounts(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConfusionCounts(257));
    }

    [Fact]
    public void Every_class_parts_all_voxels_in_four()
    {
        Prop.ForAll<NonEmptyArray<(byte T, byte P)>>(pairs =>
        {
            var counts = Count(4, [.. pairs.Get.Select(v => (byte)(v.T % 4))], [.. pairs.Get.Select(v => (byte)(v.P % 4))]);
            return Enumerable.Range(0, 4).Select(counts.Of).All(c =>
                c.TruePositive + c.FalsePositive + c.FalseNegative + c.TrueNegative == pairs.Get.Length
                && Math.Min(Math.Min(c.TruePositive, c.FalsePositive), Math.Min(c.FalseNegative, c.TrueNegative)) >= 0);
        }).QuickCheckThrowOnFailure();
    }

    internal static ConfusionCounts Count(int classes, byte[] truth, byte[] predicted)
    {
        var counts = new ConfusionCounts(classes);
        counts.Add(truth, predicted);
        return counts;
    }

    [Fact]
    public void Kept_counts_give_the_same_scores_and_bad_ones_are_refused()
    {
        var counts = new ConfusionCounts(2);
        counts.Add([0, 0, 1, 1, 1], [0, 1, 1, 1, 0]);
        Assert.Equal(counts.Of(1), ConfusionCounts.FromRows([1, 1, 1, 2]).Of(1));
        Assert.Throws<ArgumentException>(() => ConfusionCounts.FromRows([]));
        Assert.Throws<ArgumentException>(() => ConfusionCounts.FromRows([1, 2, 3]));
        Assert.Throws<ArgumentException>(() => ConfusionCounts.FromRows([1, 2, 3, -1]));
    }
}
