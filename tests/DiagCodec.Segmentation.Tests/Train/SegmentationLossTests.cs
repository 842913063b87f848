using DiagCodec.Segmentation.Train;
using static TorchSharp.torch;

namespace DiagCodec.Segmentation.Tests.Train;

public class SegmentationLossTests
{
    /// <summary>Probabilities of class 1: 0.8 0.4 / 0.1 0.5; truth: 1 0 / 0 1. Dice: (2 * 1.3 + 1) / (1.8 + 2 + 1) = 0.75.</summary>
    [Fact]
    public void Two_classes_as_worked_out_by_hand()
    {
        var entropy = -(Math.Log(0.8) + Math.Log(0.6) + Math.Log(0.9) + Math.Log(0.5)) / 4;
        Assert.Equal(entropy + 0.25, Loss([[0.2, 0.6, 0.9, 0.5], [0.8, 0.4, 0.1, 0.5]], [1, 0, 0, 1]), 5);
    }

    /// <summary>Dice of class 1: (2 * 0.9 + 1) / (1.4 + 2 + 1); of class 2: (2 * 0.7 + 1) / (1.2 + 1 + 1) = 0.75.</summary>
    [Fact]
    public void Three_classes_as_worked_out_by_hand()
    {
        var entropy = -(Math.Log(0.5) + Math.Log(0.7) + Math.Log(0.7) + Math.Log(0.2)) / 4;
        var dice = (1 - (2.8 / 4.4) + (1 - 0.75)) / 2;
        Assert.Equal(entropy + dice, Loss([[0.5, 0.2, 0.1, 0.6], [0.3, 0.7, 0.2, 0.2], [0.2, 0.1, 0.7, 0.2]], [0, 1, 2, 1]), 5);
    }

    [Fact]
    public void A_perfect_prediction_costs_next_to_nothing()
    {
        const double Sure = 1 - 1e-9;
        Assert.Equal(0, Loss([[1 - Sure, Sure, Sure, 1 - Sure], [Sure, 1 - Sure, 1 - Sure, Sure]], [1, 0, 0, 1]), 5);
    }

    [Fact]
    public void A_picture_without_foreground_costs_what_is_found_in_it()
    {
        Assert.Equal(0, Loss([[1 - 1e-9, 1 - 1e-9, 1 - 1e-9, 1 - 1e-9], [1e-9, 1e-9, 1e-9, 1e-9]], [0, 0, 0, 0]), 5);

        // Dice: 1 / (0.4 + 1).
        Assert.Equal(-Math.Log(0.9) + 1 - (1 / 1.4), Loss([[0.9, 0.9, 0.9, 0.9], [0.1, 0.1, 0.1, 0.1]], [0, 0, 0, 0]), 5);
    }

    [Fact]
    public void Sums_of_Dice_go_over_the_whole_batch()
    {
        using var scope = NewDisposeScope();
        var scores = Scores([[0.2, 0.6, 0.9, 0.5], [0.8, 0.4, 0.1, 0.5]]);
        var empty = Scores([[0.9, 0.9, 0.9, 0.9], [0.1, 0.1, 0.1, 0.1]]);
        var loss = SegmentationLoss.Of(cat([scores, empty], 0), tensor(new long[] { 1, 0, 0, 1, 0, 0, 0, 0 }, [2, 2, 2]));
        var entropy = -(Math.Log(0.8) + Math.Log(0.6) + Math.Log(0.9) + Math.Log(0.5) + (4 * Math.Log(0.9))) / 8;
        Assert.Equal(entropy + 1 - (3.6 / (2.2 + 2 + 1)), loss.item<float>(), 5);
    }

    [Fact]
    public void The_gradient_lifts_the_true_class_and_lowers_the_others()
    {
        using var scope = NewDisposeScope();
        var scores = zeros(1, 3, 2, 2).requires_grad_();
        long[] truth = [0, 1, 2, 1];
        SegmentationLoss.Of(scores, tensor(truth, [1, 2, 2])).backward();
        var gradient = scores.grad!.data<float>().ToArray();
        for (var i = 0; i < gradient.Length; i++)
        {
            Assert.True(i / 4 == truth[i % 4] ? gradient[i] < 0 : gradient[i] > 0, $"{i}: {gradient[i]}");
        }
    }

    private static double Loss(double[][] probabilities, long[] truth)
    {
        using var scope = NewDisposeScope();
        return SegmentationLoss.Of(Scores(probabilities), tensor(truth, [1, 2, 2])).item<float>();
    }

    /// <summary>Logarithms: the softmax gives the probabilities back.</summary>
    private static Tensor Scores(double[][] probabilities) =>
        tensor(probabilities.SelectMany(p => p).Select(p => (float)Math.Log(p)).ToArray(), [1, probabilities.Length, 2, 2]);
}
