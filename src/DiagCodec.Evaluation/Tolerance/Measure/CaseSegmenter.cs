using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Evaluation.Tolerance.Measure;

/// <summary>A segmenter that one thread has to itself for one case.</summary>
public sealed class CaseSegmenter : IDisposable
{
    private readonly Func<Volume, CancellationToken, LabelMap> _segment;
    private readonly IDisposable? _owned;

    /// <param name="segment">Gives one class number per voxel, on the volume's grid.</param>
    /// <param name="owned">Disposed with this: the network.</param>
    public CaseSegmenter(Func<Volume, CancellationToken, LabelMap> segment, IDisposable? owned = null) => (_segment, _owned) = (segment, owned);

    public LabelMap Segment(Volume volume, CancellationToken cancellation) => _segment(volume, cancellation);

    public void Dispose() => _owned?.Dispose();
}
