using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Allocation.Policies.Environment;

/// <summary>A task's network that one worker has to itself.</summary>
public interface ISliceSegmenter : IDisposable
{
    /// <summary>One class number per voxel, on the volume's grid.</summary>
    LabelMap Segment(Volume volume, CancellationToken cancellation);
}
