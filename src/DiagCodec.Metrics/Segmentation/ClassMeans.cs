namespace DiagCodec.Metrics.Segmentation;

/// <summary>
/// Means of class scores. A class that neither truth nor prediction has is left out; a class that only one of them has counts as 0. Every
/// class weighs the same, however few its voxels. Null where no class is left.
/// </summary>
/// <param name="MeanIou">mIoU as papers report it: background included, which lifts it towards 1 where the foreground is small.</param>
/// <param name="ForegroundIou">The same without class 0.</param>
/// <param name="MeanDice">Background included.</param>
/// <param name="ForegroundDice">Without class 0.</param>
public sealed record ClassMeans(double? MeanIou, double? ForegroundIou, double? MeanDice, double? ForegroundDice)
{
    public static ClassMeans Of(ConfusionCounts counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        var classes = Enumerable.Range(0, counts.Classes).Select(counts.Of).ToArray();
        var foreground = classes[1..];
        return new ClassMeans(Mean(classes, c => c.Iou), Mean(foreground, c => c.Iou), Mean(classes, c => c.Dice), Mean(foreground, c => c.Dice));
    }

    /// <summary>Average skips nulls, and is null where nothing is left.</summary>
    private static double? Mean(IEnumerable<ClassCounts> classes, Func<ClassCounts, double?> score) => classes.Average(score);
}
