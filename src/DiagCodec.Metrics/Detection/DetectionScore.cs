using System.Collections.Immutable;

namespace DiagCodec.Metrics.Detection;

/// <summary>
/// COCO's three main figures of a detector (Lin et al. 2014, evaluation of 2015 and later), each a mean over the classes that have a
/// true box. Crowds and sizes are not told apart.
/// </summary>
/// <param name="Coarse">Mean average precision at an overlap of 0.5 (mAP@0.5), 0 to 1.</param>
/// <param name="Fine">At 0.75.</param>
/// <param name="Mean">Mean over the overlaps 0.5, 0.55 ... 0.95 (mAP@0.5:0.95).</param>
public sealed record DetectionScore(double Coarse, double Fine, double Mean)
{
    private const int FinePlace = 5;

    private static readonly ImmutableArray<double> Thresholds = [.. Enumerable.Range(0, 10).Select(i => (50 + (5 * i)) / 100.0)];

    /// <param name="images">All images of a test, in any order.</param>
    /// <returns>Null where there is no true box at all.</returns>
    public static DetectionScore? Of(IReadOnlyCollection<ImageDetections> images)
    {
        var classes = images.SelectMany(i => i.Truth).Select(t => t.Class).Distinct().ToList();
        if (classes.Count == 0)
        {
            return null;
        }

        // A class of this list has truth, so its precision is never null.
        ImmutableArray<double> means = [.. Thresholds.Select(t => classes.Average(c => AveragePrecision.Of(images, c, t) ?? 0))];
        return new DetectionScore(means[0], means[FinePlace], means.Average());
    }
}
