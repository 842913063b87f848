using System.Collections.Immutable;
using DiagCodec.Metrics.Detection;
using FsCheck;
using FsCheck.Fluent;

namespace DiagCodec.Metrics.Tests.Detection;

public sealed class DetectionScoreTests
{
    [Fact]
    public void A_box_of_eight_tenths_counts_at_seven_of_ten_overlaps()
    {
        // 0.5, 0.55 ... 0.8 are reached, 0.85, 0.9 and 0.95 are not.
        var images = new[] { new ImageDetections([new TrueBox(1, new(0, 0, 10, 10))], [new DetectedBox(1, 0.9, new(0, 0, 8, 10))]) };
        Assert.Equal(new DetectionScore(1, 1, 0.7), DetectionScore.Of(images)! with { Mean = 0.7 });
        Assert.Equal(0.7, DetectionScore.Of(images)!.Mean, 12);
    }

    [Fact]
    public void Classes_count_alike_and_one_without_truth_is_left_out()
    {
        // Class 1 found, class 2 missed, class 3 only claimed.
        BoundingBox box = new(0, 0, 10, 10);
        var images = new[]
        {
            new ImageDetections([new TrueBox(1, box), new TrueBox(2, box)], [new DetectedBox(1, 0.9, box), new DetectedBox(3, 0.9, box)]),
            new ImageDetections([new TrueBox(1, box)], [new DetectedBox(1, 0.8, box)]),
        };
        Assert.Equal(new DetectionScore(0.5, 0.5, 0.5), DetectionScore.Of(images));
    }

    [Fact]
    public void No_truth_is_no_score() =>
        Assert.Null(DetectionScore.Of([new ImageDetections([], [new DetectedBox(1, 0.9, new(0, 0, 1, 1))])]));

    [Fact]
    public void Perfect_detections_score_one() => Check(images =>
        DetectionScore.Of([.. images.Select(i => i with { Found = [.. i.Truth.Select((t, n) => new DetectedBox(t.Class, n, t.Box))] })])
            is null or { Coarse: 1, Fine: 1, Mean: > 1 - 1e-12 });

    [Fact]
    public void The_order_of_images_and_boxes_does_not_matter() => Check(images =>
        Alike(DetectionScore.Of(images), DetectionScore.Of([.. images.Reverse().Select(i => i with { Truth = [.. i.Truth.Reverse()], Found = [.. i.Found.Reverse()] })])));

    [Fact]
    public void A_false_box_below_all_others_changes_nothing() => Check(images =>
    {
        // Far away from everything, and below every score.
        var more = images.SetItem(0, images[0] with { Found = images[0].Found.Add(new DetectedBox(1, -1, new(1000, 1000, 1010, 1010))) });
        return Alike(DetectionScore.Of(images), DetectionScore.Of(more));
    });

    [Fact]
    public void Scores_count_by_their_order_alone() => Check(images =>
        Alike(DetectionScore.Of(images), DetectionScore.Of([.. images.Select(i => i with { Found = [.. i.Found.Select(d => d with { Score = Math.Exp(d.Score) })] })])));

    private static bool Alike(DetectionScore? one, DetectionScore? other) => one is null || other is null
        ? one == other
        : Math.Abs(one.Coarse - other.Coarse) + Math.Abs(one.Fine - other.Fine) + Math.Abs(one.Mean - other.Mean) < 1e-12;

    private static void Check(Func<ImmutableArray<ImageDetections>, bool> holds) =>
        Prop.ForAll(Images.ToArbitrary(), holds).QuickCheckThrowOnFailure();

    private static Gen<ImmutableArray<ImageDetections>> Images =>
        from count in Gen.Choose(1, 4)
        from images in Image.ArrayOf(count)
        select Distinct(images);

    private static Gen<ImageDetections> Image =>
        from truths in Gen.Choose(0, 4)
        from truth in (from label in Gen.Choose(1, 2) from box in BoundingBoxTests.Boxes select new TrueBox(label, box)).ArrayOf(truths)
        from finds in Gen.Choose(0, 6)
        from found in (from label in Gen.Choose(1, 2) from box in BoundingBoxTests.Boxes select new DetectedBox(label, 0, box)).ArrayOf(finds)
        select new ImageDetections([.. truth.DistinctBy(t => t.Box)], [.. found]);

    /// <summary>No two scores are equal, because the order of equals is the input's.</summary>
    private static ImmutableArray<ImageDetections> Distinct(ImageDetections[] images)
    {
        var next = 0;
        return [.. images.Select(i => i with { Found = [.. i.Found.Select(d => d with { Score = (next++ * 37 % 101) / 101.0 })] })];
    }
}
