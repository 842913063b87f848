using System.Collections.Immutable;

namespace DiagCodec.Metrics.Detection;

/// <summary>
/// COCO's average precision: the mean of the precision at the recalls 0, 0.01 ... 1, where the precision at a recall is the highest at
/// that recall or beyond, and 0 where the recall is never reached.
/// </summary>
public static class AveragePrecision
{
    private const int Steps = 100;

    /// <param name="images">All images.</param>
    /// <param name="label">The class.</param>
    /// <param name="threshold">Intersection over union from which a detection counts as true, above 0 to 1.</param>
    /// <returns>0 to 1, or null where no image has a true box of the class.</returns>
    public static double? Of(IReadOnlyCollection<ImageDetections> images, int label, double threshold)
    {
        if (threshold is not (> 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(threshold), threshold, "expected above 0 to 1");
        }

        var truths = images.Sum(i => i.Truth.Count(t => t.Class == label));
        if (truths == 0)
        {
            return null;
        }

        // Enumerable's sorting is stable, as COCO's is: equal scores stay in the order of the images.
        var ranked = images.SelectMany(i => GreedyMatching.Of(i, label, threshold)).OrderByDescending(r => r.Score);
        return Interpolated([.. ranked.Select(r => r.IsTrue)], truths);
    }

    private static double Interpolated(ImmutableArray<bool> isTrue, int truths)
    {
        var (precision, hits) = (new double[isTrue.Length], new int[isTrue.Length]);
        var found = 0;
        for (var i = 0; i < isTrue.Length; i++)
        {
            found += isTrue[i] ? 1 : 0;
            (precision[i], hits[i]) = ((double)found / (i + 1), found);
        }

        for (var i = precision.Length - 2; i >= 0; i--)
        {
            precision[i] = Math.Max(precision[i], precision[i + 1]);
        }

        var (sum, at) = (0.0, 0);
        for (var step = 0; step <= Steps; step++)
        {
            // Whole numbers: 3 of 10 are a recall of 0.3, which floating point does not always grant.
            while (at < hits.Length && (long)hits[at] * Steps < (long)step * truths)
            {
                at++;
            }

            sum += at < precision.Length ? precision[at] : 0;
        }

        return sum / (Steps + 1);
    }
}
