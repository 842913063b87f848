using System.Collections.Immutable;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Masks;

/// <summary>The frames that a label map needs as a DICOM Segmentation: one per segment and slice where the segment has voxels.</summary>
/// <param name="Frames">By segment, then by slice.</param>
internal sealed record SegmentationFrames(ImmutableArray<SegmentationFrames.Frame> Frames)
{
    /// <summary>An image has a frame, so a map of background alone gets one without voxels: the first segment's on the first slice.</summary>
    /// <exception cref="UsageException">A voxel is of a class above <paramref name="segments"/>.</exception>
    public static SegmentationFrames Of(LabelMap labels, int segments)
    {
        var isUsed = new bool[byte.MaxValue + 1, labels.Slices];
        for (var z = 0; z < labels.Slices; z++)
        {
            var slice = labels.Slice(z);
            for (var i = 0; i < slice.Length; i++)
            {
                if (slice[i] > segments)
                {
                    var (row, column) = Math.DivRem(i, labels.Columns);
                    throw new UsageException(FormattableString.Invariant(
                        $"DICOM Segmentation: voxel ({column}, {row}, {z}) is of class {slice[i]}, and classes 1 to {segments} are described; describe every class"));
                }

                isUsed[slice[i], z] = true;
            }
        }

        var used =
            from segment in Enumerable.Range(1, segments)
            from z in Enumerable.Range(0, labels.Slices)
            where isUsed[segment, z]
            select (Segment: segment, Slice: z);
        (int Segment, int Slice)[] frames = [.. used.DefaultIfEmpty((1, 0))];
        int[] segmentsOf = [.. frames.Select(f => f.Segment).Distinct()];
        int[] slicesOf = [.. frames.Select(f => f.Slice).Distinct().Order()];
        return new([.. frames.Select(f => new Frame(f.Segment, f.Slice, Array.IndexOf(segmentsOf, f.Segment) + 1, Array.BinarySearch(slicesOf, f.Slice) + 1))]);
    }

    /// <param name="Segment">From 1.</param>
    /// <param name="Slice">Of the series, from 0.</param>
    /// <param name="SegmentIndex">Rank of the segment among those with frames, from 1 (PS3.3 C.7.6.17).</param>
    /// <param name="SliceIndex">Rank of the slice among those with frames, from 1.</param>
    internal readonly record struct Frame(int Segment, int Slice, int SegmentIndex, int SliceIndex);
}
