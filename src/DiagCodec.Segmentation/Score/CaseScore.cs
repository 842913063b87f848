using System.Collections.Immutable;
using DiagCodec.Imaging.Volumes;
using DiagCodec.Metrics.Segmentation;
using DiagCodec.Networks.Models;
using DiagCodec.Segmentation.Train.Data;

namespace DiagCodec.Segmentation.Score;

/// <summary>One class of one case, predicted on the series as read and held against its ground truth.</summary>
/// <param name="Case">Patient or image.</param>
/// <param name="Variant">Of the weights.</param>
/// <param name="Class">The class's name.</param>
/// <param name="Counts">Over all voxels of the series.</param>
/// <param name="VoxelVolume">mm^3, or null where the spacing is not known.</param>
public sealed record CaseScore(string Case, WeightsVariant Variant, string Class, ClassCounts Counts, double? VoxelVolume)
{
    /// <summary>One score for every class of the task.</summary>
    public static ImmutableArray<CaseScore> Of(LabelledSeries one, WeightsVariant variant, LabelMap predicted, ModelTask task)
    {
        var counts = new ConfusionCounts(task.OutputChannels);
        counts.Add(one.Truth.Labels.Span, predicted.Labels.Span);
        var voxel = one.Series.Volume.Geometry?.VoxelVolume;
        return [.. task.Classes.Select(c => new CaseScore(one.Name, variant, c.Name, counts.Of(c.Number), voxel))];
    }
}
