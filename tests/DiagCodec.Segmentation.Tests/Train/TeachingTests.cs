using DiagCodec.Segmentation.Input;
using DiagCodec.Segmentation.Train;
using DiagCodec.Segmentation.Train.Data;
using DiagCodec.Segmentation.Train.Sampling;
using TorchSharp;

namespace DiagCodec.Segmentation.Tests.Train;

/// <summary>What a hardened network is taught beside the ground truth.</summary>
public class TeachingTests
{
    [Fact]
    public void The_loss_is_the_cross_entropy_with_the_teachers_probabilities()
    {
        using var scope = torch.NewDisposeScope();
        var scores = torch.tensor([0f, 0f], [1, 2, 1, 1]);
        var teacher = torch.tensor([0f, MathF.Log(3)], [1, 2, 1, 1]);

        // The teacher says 1/4 and 3/4, the network 1/2 and 1/2.
        Assert.Equal(Math.Log(2), TeachingLoss.Of(scores, teacher).item<float>(), 5);

        // Equal probabilities give their entropy, which nothing goes below.
        var entropy = -((0.25 * Math.Log(0.25)) + (0.75 * Math.Log(0.75)));
        Assert.Equal(entropy, TeachingLoss.Of(teacher, teacher).item<float>(), 5);
    }

    [Fact]
    public void No_gradient_flows_to_the_teacher()
    {
        using var scope = torch.NewDisposeScope();
        var scores = torch.tensor([0f, 1f], [1, 2, 1, 1]).requires_grad_(true);
        var teacher = torch.tensor([2f, 1f], [1, 2, 1, 1]).requires_grad_(true);
        TeachingLoss.Of(scores, teacher).backward();
        Assert.NotNull(scores.grad);
        Assert.True(teacher.grad is null);
    }

    [Fact]
    public void Patches_of_coded_slices_come_with_the_same_place_before_coding()
    {
        var source = Volume(1000);
        var coded = Volume(40000) with { Uncoded = source.Planes };
        var options = new PatchOptions { Size = 16, Batch = 8, CodedShare = 1, Augmentation = AugmentationOptions.None };
        var batch = new PatchSampler([new TrainingCase("a", source, [coded])], options, 1, 5).Draw(0);
        Assert.Contains(batch.Images, v => v > 0.6f);
        Assert.All(batch.Images.Zip(batch.Uncoded!), v => Assert.Equal(v.First / 40, v.Second, 1e-5f));
    }

    [Fact]
    public void Without_coded_cases_nothing_is_cut_twice()
    {
        var batch = new PatchSampler([new TrainingCase("a", Volume(7), [])], new PatchOptions { Size = 16 }, 1, 5).Draw(0);
        Assert.Null(batch.Uncoded);
    }

    private static TrainingVolume Volume(ushort value)
    {
        var plane = Enumerable.Repeat(value, 32 * 32).ToArray();
        return new TrainingVolume(new InputPlanes(32, 32, 1, [plane]), [new byte[32 * 32]]);
    }
}
