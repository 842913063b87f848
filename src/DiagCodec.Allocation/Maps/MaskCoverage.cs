using System.Globalization;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Allocation.Maps;

/// <summary>How much of a series a mask covers.</summary>
/// <param name="Foreground">Voxels of any class but 0.</param>
/// <param name="Voxels">All.</param>
/// <param name="FramesWith">Frames that hold foreground.</param>
/// <param name="Frames">All.</param>
public sealed record MaskCoverage(long Foreground, long Voxels, int FramesWith, int Frames)
{
    public static MaskCoverage Of(LabelMap mask)
    {
        var (foreground, with) = (0L, 0);
        for (var z = 0; z < mask.Slices; z++)
        {
            var slice = mask.Slice(z);
            var count = 0;
            foreach (var label in slice)
            {
                count += label != 0 ? 1 : 0;
            }

            foreground += count;
            with += count > 0 ? 1 : 0;
        }

        return new(foreground, mask.Labels.Length, with, mask.Slices);
    }

    public double Share => (double)Foreground / Voxels;

    /// <summary>What that means for maps, where it is not what a user would expect; else null.</summary>
    public string? Oddity() => Foreground == 0 ? "the mask is empty: nothing says where bits may be saved, so every block keeps its frame's QP"
        : Foreground == Voxels ? "the mask covers every voxel: every block is foreground, so the map only shifts the QP"
        : FramesWith < Frames ? string.Create(CultureInfo.InvariantCulture, $"{Frames - FramesWith} of {Frames} slices hold no mask; they are coded as background")
        : null;
}
