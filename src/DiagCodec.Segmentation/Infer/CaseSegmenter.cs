using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Volumes;
using DiagCodec.Networks.Models;
using TorchSharp;

namespace DiagCodec.Segmentation.Infer;

/// <summary>A segmenter that one thread has to itself for one case.</summary>
public sealed class CaseSegmenter : IDisposable
{
    private readonly Func<Volume, CancellationToken, LabelMap> _segment;
    private readonly IDisposable? _owned;

    /// <param name="segment">Gives one class number per voxel, on the volume's grid.</param>
    /// <param name="owned">Disposed with this: the network.</param>
    public CaseSegmenter(Func<Volume, CancellationToken, LabelMap> segment, IDisposable? owned = null) => (_segment, _owned) = (segment, owned);

    /// <summary>A model's network on the CPU.</summary>
    /// <exception cref="InvalidInputException">The weights are missing, broken, or not of this network.</exception>
    public static CaseSegmenter Load(ModelFolder model, WeightsVariant variant, CancellationToken cancellation)
    {
        var segmenter = Segmenter.Load(model, variant, torch.CPU, TileOptions.Default, cancellation);
        return new CaseSegmenter((volume, stop) => segmenter.Segment(volume, null, stop), segmenter);
    }

    /// <summary>One class number per voxel, on the volume's grid.</summary>
    public LabelMap Segment(Volume volume, CancellationToken cancellation) => _segment(volume, cancellation);

    public void Dispose() => _owned?.Dispose();
}
