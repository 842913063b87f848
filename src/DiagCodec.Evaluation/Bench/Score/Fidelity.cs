using DiagCodec.Coding.Prepare;
using DiagCodec.Evaluation.Bench.Results;
using DiagCodec.Imaging.Volumes;
using DiagCodec.Metrics;
using DiagCodec.Metrics.Images;

namespace DiagCodec.Evaluation.Bench.Score;

/// <summary>How near decoded slices are to their source.</summary>
/// <param name="Psnr">dB over the code values of the source's full range, padding left out; null where nothing differs.</param>
/// <param name="WindowPsnr">dB over physical values clipped to the window, padding left out; null where nothing differs inside.</param>
/// <param name="WindowSsim">Mean over slices within the window; null for slices smaller than 11 pixels a side.</param>
internal sealed record Fidelity(double? Psnr, double? WindowPsnr, double? WindowSsim)
{
    /// <param name="source">As read.</param>
    /// <param name="decoded">On the same grid, padding restored.</param>
    /// <param name="full">The mapping of the source's full range.</param>
    /// <param name="padding">Of the source.</param>
    /// <param name="range">The window, in physical values.</param>
    public static Fidelity Of(Volume source, Volume decoded, SampleMapping full, PaddingRuns padding, ValueRange range)
    {
        var window = new IntensityWindow((range.Low + range.High) / 2, range.High - range.Low);
        var hasSsim = MsSsim.ScalesOf(source.Columns, source.Rows) > 0;
        var (codes, inside, similarity, voxels) = (0.0, 0.0, 0.0, 0L);
        var slice = new SlicePair(source.PixelsPerSlice);
        for (var z = 0; z < source.Slices; z++)
        {
            voxels += source.PixelsPerSlice;
            foreach (var run in padding.Slice(z))
            {
                voxels -= run.Length;
            }

            if (source.SliceBytes(z).SequenceEqual(decoded.SliceBytes(z)))
            {
                similarity++;
                continue;
            }

            // Padding comes back exactly, so it adds nothing to the sums.
            slice.Read(z, source, decoded, full);
            codes += SquaredError.Sum<ushort>(slice.CodesBefore, slice.CodesAfter);
            inside += SquaredError.Mean<double>(slice.Before, slice.After, window) * source.PixelsPerSlice;
            similarity += hasSsim ? Ssim.Of<double>(slice.Before, slice.After, source.Columns, source.Rows, window)!.Value : 0;
        }

        return new Fidelity(
            voxels == 0 ? null : Metrics.Psnr.Of(codes / voxels, (1 << full.BitDepth) - 1),
            voxels == 0 ? null : Metrics.Psnr.Of(inside / voxels, window.Width),
            hasSsim ? similarity / source.Slices : null);
    }
}
