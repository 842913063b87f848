using DiagCodec.LearnedCodecs.Detect;
using DiagCodec.Segmentation.Train.Sampling;
using TorchSharp;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Mvmic;

/// <summary>The loss of a detector of the connected parts of the label maps.</summary>
/// <param name="network">Stays the caller's.</param>
/// <param name="smallestArea">Pixels that a part must have to count as a box.</param>
public sealed class DetectionTaskLoss(CentreDetector network, int smallestArea) : ITaskLoss
{
    public nn.Module Network => network;

    public Tensor LossOf(Tensor decoded, PatchBatch batch)
    {
        using var scope = NewDisposeScope();
        return DetectorLoss.Of(network.call(decoded), DetectorTrainer.Targets(batch, network.Layout, smallestArea)).MoveToOuterDisposeScope();
    }
}
