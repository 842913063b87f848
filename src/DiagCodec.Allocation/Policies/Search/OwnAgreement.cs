using DiagCodec.Imaging.Volumes;
using DiagCodec.Metrics.Segmentation;

namespace DiagCodec.Allocation.Policies.Search;

/// <summary>
/// Own Dice as the bench has it: 2|A and B| / (|A| + |B|) of every foreground class that either map has, averaged over those classes.
/// </summary>
public static class OwnAgreement
{
    /// <param name="own">What the network finds in the uncompressed slices.</param>
    /// <param name="found">What it finds in decoded ones, on the same grid.</param>
    /// <returns>0 to 1; 1 where both are empty.</returns>
    /// <exception cref="ArgumentException">The sizes differ.</exception>
    public static double Dice(LabelMap own, LabelMap found)
    {
        var counts = new ConfusionCounts(1 + Math.Max(Highest(own), Highest(found)));
        counts.Add(own.Labels.Span, found.Labels.Span);
        return ClassMeans.Of(counts).ForegroundDice ?? 1;
    }

    private static int Highest(LabelMap map)
    {
        byte highest = 0;
        foreach (var label in map.Labels.Span)
        {
            highest = Math.Max(highest, label);
        }

        return highest;
    }
}
