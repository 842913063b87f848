using DiagCodec.Segmentation.Train.Sampling;
using TorchSharp;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Mvmic;

/// <summary>L_task of MVMICNet: how badly a task's network does on decoded pictures.</summary>
public interface ITaskLoss
{
    /// <summary>The task's network. Frozen or learning is its user's choice.</summary>
    nn.Module Network { get; }

    /// <param name="decoded">N x adjacent slices x H x W, decoded, 0 to 1.</param>
    /// <param name="batch">The patches that were coded, with their truth.</param>
    /// <returns>A scalar with a gradient to the pictures and to the network.</returns>
    Tensor LossOf(Tensor decoded, PatchBatch batch);
}
