using DiagCodec.LearnedCodecs.Orchestrated.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Orchestrated.Train;

/// <summary>loss_dis of Liu et al. (MICCAI 2020), SegAN's multi-scale L1: the mean distance of all features that the critic makes of two label maps.</summary>
public static class MultiScaleL1
{
    /// <param name="critic">Makes the features.</param>
    /// <param name="predicted">N x classes x sides, 0 to 1.</param>
    /// <param name="truth">N x classes x sides, 0 or 1.</param>
    /// <returns>A scalar with a gradient, 0 or more; 0 where both are equal.</returns>
    public static Tensor Of(SegAnCritic critic, Tensor predicted, Tensor truth)
    {
        using var scope = NewDisposeScope();
        return nn.functional.l1_loss(critic.call(predicted), critic.call(truth)).MoveToOuterDisposeScope();
    }
}
