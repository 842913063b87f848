using System.Collections.Immutable;
using DiagCodec.Metrics;
using DiagCodec.Segmentation.Score;

namespace DiagCodec.Cli.Output;

/// <summary>What <c>train segmentation --json</c> prints. All scores are against the ground truth, of cases that the scored network has not seen.</summary>
internal sealed record TrainingSummary(ImmutableArray<string> Models, ImmutableArray<ClassSummary> Classes, ImmutableArray<CaseSummary> Cases);

/// <summary>One class of one case; scores are left out where they are not defined.</summary>
internal sealed record CaseSummary(string Case, string Variant, string Class, double? Dice, double? Iou, double? Sensitivity, double? Precision, double? VolumeErrorMl, double? Hausdorff95Mm, double? SurfaceDice)
{
    public static CaseSummary Of(CaseScore s) => new(
        s.Case,
        s.Variant.ToString().ToLowerInvariant(),
        s.Class,
        s.Counts.Dice,
        s.Counts.Iou,
        s.Counts.Sensitivity,
        s.Counts.Precision,
        s.VoxelVolume is { } voxel ? s.Counts.VolumeError(voxel) : null,
        s.Hausdorff95,
        s.SurfaceDice);
}

/// <summary>One class over all cases that have it.</summary>
internal sealed record ClassSummary(string Variant, string Class, int Cases, double? MeanDice, double? MedianDice, double? DiceDeviation)
{
    public static ClassSummary Of(string variant, string name, IEnumerable<CaseScore> scores)
    {
        double[] dice = [.. scores.Select(s => s.Counts.Dice).OfType<double>()];
        if (dice.Length == 0)
        {
            return new(variant, name, 0, null, null, null);
        }

        var summary = SampleSummary.Of(dice);
        return new(variant, name, dice.Length, summary.Mean, summary.Median, summary.StandardDeviation);
    }
}
