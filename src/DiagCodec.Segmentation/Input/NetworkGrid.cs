using DiagCodec.Imaging.Resample;
using DiagCodec.Imaging.Volumes;
using DiagCodec.Networks.Models;

namespace DiagCodec.Segmentation.Input;

/// <summary>The pixel grid that a task wants of a volume.</summary>
public static class NetworkGrid
{
    /// <summary>Columns and rows: the source's where the task takes pixels as they are or the spacing is not known.</summary>
    public static (int Columns, int Rows) Of(Volume volume, ModelInput input) =>
        input.Spacing is { } spacing && volume.Geometry is { } geometry
            ? (PlaneResampler.Length(volume.Columns, geometry.ColumnSpacing, spacing), PlaneResampler.Length(volume.Rows, geometry.RowSpacing, spacing))
            : (volume.Columns, volume.Rows);

    /// <summary>Slices from one channel to the next, so that channels lie as near as may be to the task's slice spacing; 1 or more.</summary>
    public static int SliceStep(Volume volume, ModelInput input) =>
        input.SliceSpacing is { } wanted && volume.Geometry is { } geometry && Math.Abs(geometry.SliceSpacing) > 0
            ? Math.Max(1, (int)Math.Round(wanted / Math.Abs(geometry.SliceSpacing)))
            : 1;
}
