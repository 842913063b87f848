using System.Collections.Immutable;

namespace DiagCodec.Metrics.Detection;

/// <summary>
/// COCO's matching: the detections of a class on an image, from the highest score down, each take the free true box that they overlap
/// most, where the overlap reaches the threshold.
/// </summary>
internal static class GreedyMatching
{
    /// <summary>COCO looks at the 100 best of a class and image.</summary>
    public const int MostDetections = 100;

    public static IEnumerable<RankedDetection> Of(ImageDetections image, int label, double threshold)
    {
        var truth = image.Truth.Where(t => t.Class == label).Select(t => t.Box).ToImmutableArray();
        var isTaken = new bool[truth.Length];
        foreach (var found in image.Found.Where(d => d.Class == label).OrderByDescending(d => d.Score).Take(MostDetections))
        {
            var best = Best(found.Box, truth, isTaken, threshold);
            if (best >= 0)
            {
                isTaken[best] = true;
            }

            yield return new RankedDetection(found.Score, best >= 0);
        }
    }

    private static int Best(BoundingBox found, ImmutableArray<BoundingBox> truth, bool[] isTaken, double threshold)
    {
        var (best, most) = (-1, threshold);
        for (var i = 0; i < truth.Length; i++)
        {
            var overlap = isTaken[i] ? -1 : found.IntersectionOverUnion(truth[i]);
            if (overlap >= most)
            {
                (best, most) = (i, overlap);
            }
        }

        return best;
    }
}
