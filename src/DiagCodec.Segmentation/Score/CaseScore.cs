using System.Collections.Immutable;
using DiagCodec.Imaging.Volumes;
using DiagCodec.Metrics.Segmentation;
using DiagCodec.Metrics.Surfaces;
using DiagCodec.Networks.Models;
using DiagCodec.Segmentation.Train.Data;

namespace DiagCodec.Segmentation.Score;

/// <summary>One class of one case, predicted on the series as read and held against its ground truth.</summary>
/// <param name="Case">Patient or image.</param>
/// <param name="Variant">Of the weights.</param>
/// <param name="Class">The class's name.</param>
/// <param name="Counts">Over all voxels of the series.</param>
/// <param name="VoxelVolume">mm^3, or null where the spacing is not known.</param>
/// <param name="Hausdorff95">95 % Hausdorff distance in mm; null where truth or prediction is empty or the spacing is not known.</param>
/// <param name="SurfaceDice">Share of both surfaces that lies within <see cref="SurfaceTolerance"/> of the other; null as above.</param>
public sealed record CaseScore(
    string Case, WeightsVariant Variant, string Class, ClassCounts Counts, double? VoxelVolume, double? Hausdorff95, double? SurfaceDice)
{
    /// <summary>Of the surface Dice, mm.</summary>
    public const double SurfaceTolerance = 2;

    /// <summary>One score for every class of the task.</summary>
    public static ImmutableArray<CaseScore> Of(LabelledSeries one, WeightsVariant variant, LabelMap predicted, ModelTask task)
    {
        var counts = new ConfusionCounts(task.OutputChannels);
        counts.Add(one.Truth.Labels.Span, predicted.Labels.Span);
        var volume = one.Series.Volume;
        var grid = volume.Geometry is { } g
            ? new VoxelGrid(volume.Columns, volume.Rows, volume.Slices, g.ColumnSpacing, g.RowSpacing, Math.Abs(g.SliceSpacing))
            : null;
        return [.. task.Classes.Select(c =>
        {
            var surface = grid is null ? null : SurfaceDistances.Between(one.Truth.Labels.Span, predicted.Labels.Span, (byte)c.Number, grid);
            return new CaseScore(
                one.Name,
                variant,
                c.Name,
                counts.Of(c.Number),
                volume.Geometry?.VoxelVolume,
                surface?.Hausdorff95,
                surface?.DiceAt(SurfaceTolerance));
        })];
    }
}
