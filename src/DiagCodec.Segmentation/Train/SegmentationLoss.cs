using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DiagCodec.Segmentation.Train;

/// <summary>
/// Cross-entropy plus soft Dice loss, nnU-Net's sum (Isensee 2021): 1 - mean over foreground classes of
/// (2 sum(p t) + 1) / (sum(p) + sum(t) + 1), sums over the whole batch, so that a patch without foreground still counts.
/// </summary>
public static class SegmentationLoss
{
    private const double Smooth = 1;

    /// <param name="scores">N x classes x H x W logits.</param>
    /// <param name="labels">N x H x W class numbers, 64-bit.</param>
    /// <returns>A scalar with gradient.</returns>
    public static Tensor Of(Tensor scores, Tensor labels)
    {
        using var scope = NewDisposeScope();
        var loss = functional.cross_entropy(scores, labels);
        var probabilities = functional.softmax(scores, 1);
        var classes = (int)scores.shape[1];
        for (var k = 1; k < classes; k++)
        {
            var predicted = probabilities.select(1, k);
            var truth = labels.eq(k).to_type(ScalarType.Float32);
            var dice = ((2 * (predicted * truth).sum()) + Smooth) / (predicted.sum() + truth.sum() + Smooth);
            loss = loss + ((1 - dice) / (classes - 1));
        }

        return loss.MoveToOuterDisposeScope();
    }
}
