using DiagCodec.LearnedCodecs.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Tests.Layers;

public sealed class LayerTests
{
    [Fact]
    public void Gdn_divides_by_the_weighted_energy_of_all_channels()
    {
        using var scope = NewDisposeScope();
        var gdn = new Gdn(2);
        Set(gdn, "beta", 1.5f, 2f);
        Set(gdn, "gamma", 0.3f, 0.5f, 0.2f, 0.4f);
        var (x0, x1) = (0.7f, -1.2f);
        var output = gdn.call(tensor(new[] { x0, x1 }, [1, 2, 1, 1])).data<float>().ToArray();
        Assert.Equal(x0 / Math.Sqrt(2.25 + (0.09 * x0 * x0) + (0.25 * x1 * x1)), output[0], 5);
        Assert.Equal(x1 / Math.Sqrt(4 + (0.04 * x0 * x0) + (0.16 * x1 * x1)), output[1], 5);

        var inverse = new Gdn(2, inverse: true);
        Set(inverse, "beta", 1.5f, 2f);
        Set(inverse, "gamma", 0.3f, 0.5f, 0.2f, 0.4f);
        var back = inverse.call(tensor(new[] { x0, x1 }, [1, 2, 1, 1])).data<float>().ToArray();
        Assert.Equal(x0 * Math.Sqrt(2.25 + (0.09 * x0 * x0) + (0.25 * x1 * x1)), back[0], 5);
    }

    [Fact]
    public void Fresh_Gdn_has_beta_1_and_a_tenth_on_the_diagonal()
    {
        using var scope = NewDisposeScope();
        var output = new Gdn(3).call(full([1, 3, 1, 1], 2.0f)).data<float>().ToArray();
        Assert.All(output, v => Assert.Equal(2 / Math.Sqrt(1 + 0.4), v, 5));
    }

    [Fact]
    public void Gdn_parameters_below_their_bound_go_back_to_it()
    {
        using var scope = NewDisposeScope();
        var gdn = new Gdn(2);
        Set(gdn, "gamma", -3f, 0f, 0f, 1f);
        gdn.Project();
        Assert.Equal([0.0f, 0.0f, 0.0f, 1.0f], gdn.get_parameter("gamma")!.data<float>().ToArray().Select(v => MathF.Round(v, 4)));
        Assert.Equal(1 / Math.Pow(2, 18), gdn.get_parameter("gamma")!.data<float>()[0, 0], 12);
        gdn.call(ones(1, 2, 1, 1)).sum().backward();
        Assert.True(gdn.get_parameter("gamma")!.grad!.data<float>()[0, 1] < 0);
    }

    [Fact]
    public void The_masked_convolution_sees_only_what_came_before()
    {
        using var scope = NewDisposeScope();
        var layer = new MaskedConvolution(2, 3);
        using var still = no_grad();
        var input = randn(1, 2, 6, 6);
        var before = layer.call(input).clone();
        input[0, 1, 3, 2] = full([], 9f);
        var changed = (layer.call(input) - before).abs().amax([0, 1]).gt(1e-6f).data<bool>().ToArray();
        for (var place = 0; place < 36; place++)
        {
            var (row, column) = (place / 6, place % 6);
            var sees = place > 20 && row - 3 <= 2 && Math.Abs(column - 2) <= 2;
            Assert.Equal(sees, changed[place]);
        }
    }

    [Fact]
    public void Blocks_halve_and_double_the_sides()
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        Assert.Equal([2, 5, 4, 6], new ResidualDown(3, 5).call(randn(2, 3, 8, 12)).shape);
        Assert.Equal([2, 5, 16, 24], new ResidualUp(3, 5).call(randn(2, 3, 8, 12)).shape);
        Assert.Equal([2, 3, 8, 12], new ResidualBlock(3).call(randn(2, 3, 8, 12)).shape);
    }

    [Fact]
    public void A_cut_passes_gradients_by_its_rule_and_changes_no_others()
    {
        using var scope = NewDisposeScope();
        var weight = tensor(new[] { 2f, 3f }, requires_grad: true);
        var cuts = new GradientCuts();
        var first = cuts.Cut(weight * 5);
        var second = cuts.Cut(first * 7, (_, g) => g * tensor(new[] { 1f, 0f }));
        cuts.Backward((second + first).sum());
        Assert.Equal([5f + 35f, 5f], weight.grad!.data<float>().ToArray());
    }

    internal static void Set(nn.Module module, string name, params float[] values)
    {
        using var still = no_grad();
        var parameter = module.get_parameter(name)!;
        parameter.copy_(tensor(values, parameter.shape));
    }
}
