using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DiagCodec.Segmentation.Train;

/// <summary>
/// How far a network's probabilities on coded slices are from a teacher's on the slices before coding: cross-entropy with soft
/// targets (knowledge distillation, Hinton 2015), mean over pixels. It asks for the diagnosis that the coded slices ought to keep.
/// </summary>
public static class TeachingLoss
{
    /// <param name="scores">N x classes x H x W logits of the network that learns.</param>
    /// <param name="teacher">The same of the teacher; no gradient flows there.</param>
    /// <returns>A scalar with gradient.</returns>
    public static Tensor Of(Tensor scores, Tensor teacher)
    {
        using var scope = NewDisposeScope();
        var targets = functional.softmax(teacher.detach(), 1);
        var loss = (targets * functional.log_softmax(scores, 1)).sum(1).mean() * -1;
        return loss.MoveToOuterDisposeScope();
    }
}
