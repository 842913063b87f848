using DiagCodec.LearnedCodecs.Entropy;
using DiagCodec.LearnedCodecs.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Tests.Layers;

public sealed class PriorTests
{
    [Fact]
    public void The_prior_has_61_parameters_a_channel() =>
        Assert.Equal(61 * 7, new FactorisedPrior(7).parameters().Sum(p => p.numel()));

    [Fact]
    public void Bits_of_the_network_are_those_of_the_exact_distributions()
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        var prior = Shaken(3);
        var values = tensor(new[] { 0f, 1, -2, 7, 3, 0, 0, -1, 5, 2, -9, 1 }, [1, 3, 2, 2]);
        var numbers = values.data<float>().ToArray();
        var exact = prior.Densities().Select((d, c) => Enumerable.Range(0, 4).Sum(i => -Math.Log2(d.Between(numbers[(4 * c) + i] - 0.5, numbers[(4 * c) + i] + 0.5)))).Sum();
        Assert.Equal(exact, prior.Bits(values).ToDouble(), exact * 1e-4);
    }

    [Fact]
    public void The_quantile_loss_moves_the_quantiles_alone_and_settles_where_settling_puts_them()
    {
        using var scope = NewDisposeScope();
        manual_seed(4);
        var prior = Shaken(2);
        prior.QuantileLoss().backward();
        Assert.All(prior.named_parameters(), p => Assert.Equal(p.name == "quantiles", p.parameter.grad is not null));
        var before = prior.QuantileLoss().ToDouble();
        prior.SettleQuantiles();
        Assert.InRange(prior.QuantileLoss().ToDouble(), 0, Math.Min(0.05, before / 10));
        var density = prior.Densities()[0];
        Assert.Equal(0.5, SteadyMath.Sigmoid(density.Logit(density.Median)), 5);
        Assert.True(density.Lower < density.Median && density.Median < density.Upper);
    }

    [Fact]
    public void Tables_of_the_prior_cost_what_the_network_estimates()
    {
        using var scope = NewDisposeScope();
        manual_seed(5);
        var prior = Shaken(4);
        prior.SettleQuantiles();
        using var still = no_grad();
        var hyper = randn(1, 4, 40, 40) * 3;
        var symbols = (hyper - prior.Medians()).round();
        var estimate = prior.Bits(symbols + prior.Medians()).ToDouble();
        var tables = FactorisedTables.Of(prior.Densities());
        var numbers = symbols.data<float>().ToArray();
        var bits = numbers.Select((v, i) => tables[i / 1600].Bits((int)v)).Sum();
        Assert.InRange(bits / estimate, 0.99, 1.01);
    }

    [Fact]
    public void Gaussian_bits_are_the_tables_to_a_thousandth()
    {
        using var scope = NewDisposeScope();
        foreach (var index in new[] { 5, 20, 40, 60 })
        {
            var scale = (float)GaussianTables.Scales[index];
            var bits = GaussianConditional.Bits(full([1, 1, 1, 1], 3f), full([1, 1, 1, 1], scale), full([1, 1, 1, 1], 2f)).ToDouble();
            Assert.Equal(GaussianTables.Tables[index].Bits(1), bits, 0.02 + (bits * 0.01));
        }
    }

    [Fact]
    public void The_gradient_of_a_scale_passes_its_bound_only_upwards()
    {
        using var scope = NewDisposeScope();
        var parameters = tensor(new[] { 0.05f, 0.05f, 0.5f, 1f, 1f, 1f }, [1, 6, 1, 1]);
        var passed = GaussianConditional.PassBound(parameters, tensor(new[] { -1f, 1f, 1f, 2f, -2f, 2f }, [1, 6, 1, 1]));
        Assert.Equal([-1f, 0f, 1f, 2f, -2f, 2f], passed.data<float>().ToArray());
    }

    [Fact]
    public void Impossible_values_cost_a_bounded_number_of_bits_and_still_learn()
    {
        using var scope = NewDisposeScope();
        var mean = zeros(1, 1, 1, 1).requires_grad_();
        var bits = GaussianConditional.Bits(full([1, 1, 1, 1], 0.9f), full([1, 1, 1, 1], 0.11f), mean);
        Assert.InRange(bits.ToDouble(), 10, 29.9);
        bits.backward();
        Assert.True(mean.grad!.ToDouble() < 0);
    }

    /// <summary>A prior off its start values.</summary>
    private static FactorisedPrior Shaken(int channels)
    {
        var prior = new FactorisedPrior(channels);
        using var still = no_grad();
        foreach (var (name, parameter) in prior.named_parameters())
        {
            if (name != "quantiles")
            {
                parameter.add_(randn(parameter.shape) * 0.2);
            }
        }

        return prior;
    }
}
