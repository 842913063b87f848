using DiagCodec.Segmentation.Network;
using DiagCodec.Segmentation.Train;
using DiagCodec.Segmentation.Train.Sampling;
using TorchSharp;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Mvmic;

/// <summary>Cross-entropy plus soft Dice of a segmentation network.</summary>
/// <param name="network">Stays the caller's.</param>
public sealed class SegmentationTaskLoss(UNet2d network) : ITaskLoss
{
    public nn.Module Network => network;

    public Tensor LossOf(Tensor decoded, PatchBatch batch)
    {
        using var scope = NewDisposeScope();
        var labels = tensor(batch.Labels, [batch.Batch, batch.Size, batch.Size]).to(decoded.device);
        return SegmentationLoss.Of(network.call(decoded), labels).MoveToOuterDisposeScope();
    }
}
