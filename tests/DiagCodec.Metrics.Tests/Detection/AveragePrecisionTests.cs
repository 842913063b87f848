using DiagCodec.Metrics.Detection;

namespace DiagCodec.Metrics.Tests.Detection;

public sealed class AveragePrecisionTests
{
    private static readonly BoundingBox Here = new(0, 0, 10, 10);
    private static readonly BoundingBox There = new(100, 0, 110, 10);
    private static readonly BoundingBox Nowhere = new(50, 50, 60, 60);

    [Fact]
    public void Half_of_the_truth_found_is_precision_one_up_to_half()
    {
        // Recalls 0 to 0.5 have precision 1: 51 of 101.
        Assert.Equal(51 / 101.0, Of([Truth(Here), Truth(There)], [Found(0.9, Here)])!.Value, 15);
    }

    [Fact]
    public void A_false_one_above_the_true_one_halves_the_precision() =>
        Assert.Equal(0.5, Of([Truth(Here)], [Found(0.9, Nowhere), Found(0.8, Here)])!.Value, 15);

    [Fact]
    public void Precision_is_the_highest_at_a_recall_or_beyond()
    {
        // True, false, true: precisions 1, 1/2, 2/3, and the envelope lifts nothing but what is below 2/3. 51 recalls at 1, 50 at 2/3.
        var precision = Of([Truth(Here), Truth(There)], [Found(0.9, Here), Found(0.8, Nowhere), Found(0.7, There)]);
        Assert.Equal((51 + (50 * 2 / 3.0)) / 101, precision!.Value, 12);
    }

    [Fact]
    public void A_second_detection_of_the_same_box_is_false()
    {
        // Precisions 1, 1/2, 2/3.
        var precision = Of([Truth(Here), Truth(There)], [Found(0.9, Here), Found(0.8, Here), Found(0.7, There)]);
        Assert.Equal((51 + (50 * 2 / 3.0)) / 101, precision!.Value, 12);
    }

    [Fact]
    public void The_better_score_takes_its_best_box_first()
    {
        // The first overlaps both true boxes (9/11 and 10/10) and takes the one that it fits; the second gets the other one.
        var (left, right) = (new BoundingBox(0, 0, 10, 10), new BoundingBox(1, 0, 11, 10));
        Assert.Equal(1, Of([Truth(left), Truth(right)], [Found(0.9, right), Found(0.8, left)], 0.8));
    }

    [Fact]
    public void Ten_of_ten_steps_of_recall_are_counted_exactly()
    {
        // 3 true ones of 10 found: recalls 0 to 0.30 are reached, 31 of 101.
        var boxes = Enumerable.Range(0, 10).Select(i => new BoundingBox(20 * i, 0, (20 * i) + 10, 10)).ToArray();
        var precision = Of([.. boxes.Select(Truth)], [.. boxes.Take(3).Select((b, i) => Found(1 - (0.1 * i), b))]);
        Assert.Equal(31 / 101.0, precision!.Value, 15);
    }

    [Fact]
    public void The_threshold_itself_is_enough()
    {
        // 0.5 exactly.
        var half = new BoundingBox(0, 0, 10, 5);
        Assert.Equal(1, Of([Truth(Here)], [Found(0.9, half)], 0.5));
        Assert.Equal(0, Of([Truth(Here)], [Found(0.9, half)], 0.51));
    }

    [Fact]
    public void The_hundred_and_first_detection_of_an_image_is_not_looked_at()
    {
        var noise = Enumerable.Range(0, 99).Select(i => Found(0.9, Nowhere)).ToArray();
        Assert.True(Of([Truth(Here)], [.. noise, Found(0.1, Here)]) > 0);
        Assert.Equal(0, Of([Truth(Here)], [.. noise, Found(0.8, Nowhere), Found(0.1, Here)]));
    }

    [Fact]
    public void Other_classes_do_not_match()
    {
        var images = new[] { new ImageDetections([new TrueBox(1, Here)], [new DetectedBox(2, 0.9, Here)]) };
        Assert.Equal(0, AveragePrecision.Of(images, 1, 0.5));
        Assert.Null(AveragePrecision.Of(images, 2, 0.5));
    }

    [Fact]
    public void A_threshold_of_nothing_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Of([Truth(Here)], [], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Of([Truth(Here)], [], double.NaN));
    }

    private static double? Of(TrueBox[] truth, DetectedBox[] found, double threshold = 0.5) =>
        AveragePrecision.Of([new ImageDetections([.. truth], [.. found])], 1, threshold);

    private static TrueBox Truth(BoundingBox box) => new(1, box);

    private static DetectedBox Found(double score, BoundingBox box) => new(1, score, box);
}
