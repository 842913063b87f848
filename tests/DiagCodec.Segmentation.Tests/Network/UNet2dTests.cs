using System.Collections.Immutable;
using DiagCodec.Networks.Models;
using DiagCodec.Segmentation.Network;
using DiagCodec.Segmentation.Tests.Data;
using DiagCodec.Segmentation.Tests.Support;
using DiagCodec.Segmentation.Train;
using static TorchSharp.torch;

namespace DiagCodec.Segmentation.Tests.Network;

public class UNet2dTests
{
    public static TheoryData<int> Levels => [2, 3, 4, 5, 6];

    [Theory]
    [MemberData(nameof(Levels))]
    public void Scores_have_the_size_of_the_picture_for_every_multiple(int levels)
    {
        using var network = new UNet2d(3, 4, [.. Enumerable.Repeat(4, levels)], groups: 2);
        Assert.Equal(1 << (levels - 1), network.Multiple);
        foreach (var (rows, columns) in ((int, int)[])[(1, 1), (2, 1), (1, 3), (3, 2)])
        {
            using var scope = NewDisposeScope();
            using var inference = no_grad();
            var scores = network.call(zeros(2, 3, rows * network.Multiple, columns * network.Multiple));
            Assert.Equal([2, 4, rows * network.Multiple, columns * network.Multiple], scores.shape);
        }
    }

    /// <summary>
    /// Level 0: 3*8*9 + 16 + 8*8*9 + 16 = 824; level 1: 8*16*9 + 32 + 16*16*9 + 32 = 3520; transposed: 16*8*4 + 8 = 520; way up:
    /// 16*8*9 + 16 + 8*8*9 + 16 = 1760; output: 8*2 + 2 = 18.
    /// </summary>
    [Fact]
    public void The_number_of_parameters_is_as_counted_by_hand()
    {
        using var network = new UNet2d(3, 2, [8, 16], groups: 4);
        Assert.Equal(824 + 3520 + 520 + 1760 + 18, Weights.Of(network).Length);
    }

    [Fact]
    public void The_names_are_those_that_PyTorch_would_give()
    {
        using var network = new UNet2d(1, 2, [8, 16, 24], groups: 4);
        string[] block = ["conv1.weight", "norm1.weight", "norm1.bias", "conv2.weight", "norm2.weight", "norm2.bias"];
        string[] expected =
        [
            .. ((string[])["down.0", "down.1", "down.2", "up.0", "up.1"]).SelectMany(b => block.Select(p => $"{b}.{p}")),
            "widen.0.weight", "widen.0.bias", "widen.1.weight", "widen.1.bias", "head.weight", "head.bias",
        ];
        Assert.Equal(expected.Order(StringComparer.Ordinal), network.state_dict().Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Levels))]
    public void The_gradient_reaches_every_parameter(int levels)
    {
        using var network = Weights.Create(Task(3, 2, [.. Enumerable.Range(1, levels).Select(l => 4 * l)]), 7);
        using var scope = NewDisposeScope();
        var side = 2 * network.Multiple;
        var labels = arange(2 * side * side).remainder(3).reshape(2, side, side).to(int64);
        SegmentationLoss.Of(network.call(linspace(0, 1, 2 * 3 * side * side).reshape(2, 3, side, side)), labels).backward();
        Assert.All(network.named_parameters(), p =>
        {
            using var gradient = p.parameter.grad;
            Assert.NotNull(gradient);
            Assert.True(gradient.abs().sum().item<float>() is > 0 and < float.PositiveInfinity, p.name);
        });
    }

    [Fact]
    public void Equal_seeds_give_equal_weights_and_others_give_others()
    {
        var task = Task(3, 1, [8, 16]);
        using var one = Weights.Create(task, 5);
        using var same = Weights.Create(task, 5);
        using var other = Weights.Create(task, 6);
        Assert.Equal(Weights.Of(one), Weights.Of(same));
        var (mine, others) = (Weights.ByName(one), Weights.ByName(other));
        Assert.All(mine.Keys.Where(n => !n.Contains("norm", StringComparison.Ordinal)), n => Assert.NotEqual(mine[n], others[n]));
    }

    [Fact]
    public void Seeds_hold_when_networks_are_made_side_by_side()
    {
        var task = Task(3, 1, [8, 16]);
        var made = new float[8][];
        Parallel.For(0, made.Length, i =>
        {
            using var network = Weights.Create(task, i % 2);
            made[i] = Weights.Of(network);
        });
        Assert.All(Enumerable.Range(0, made.Length), i => Assert.Equal(made[i % 2], made[i]));
        Assert.NotEqual(made[0], made[1]);
    }

    [Fact]
    public void Neighbours_and_classes_come_from_the_task()
    {
        using var network = Weights.Create(Task(5, 3, [8, 16, 24]), 1);
        Assert.Equal((5, 4, 4), (network.Inputs, network.Classes, network.Multiple));
        Assert.Equal([8, 16, 24], network.Widths.AsEnumerable());
    }

    [Fact]
    public void Scores_are_finite_for_black_white_and_noise()
    {
        using var network = Weights.Create(Task(1, 1, [8, 16]), 1);
        using var scope = NewDisposeScope();
        using var inference = no_grad();
        foreach (var input in (Tensor[])[zeros(1, 1, 8, 8), ones(1, 1, 8, 8), arange(64).remainder(2).reshape(1, 1, 8, 8).to(float32)])
        {
            Assert.All(network.call(input).data<float>().ToArray(), v => Assert.True(float.IsFinite(v)));
        }
    }

    private static ModelTask Task(int slices, int classes, ImmutableArray<int> widths) =>
        TestTask.Of(classes, new ModelInput(InputKind.Code, 0, 255, null, slices, null, null)) with { Network = new NetworkLayout(NetworkKind.Unet2d, widths, 4) };
}
