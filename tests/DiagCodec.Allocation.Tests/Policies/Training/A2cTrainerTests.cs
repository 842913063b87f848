using DiagCodec.Allocation.Policies.Actions;
using DiagCodec.Allocation.Policies.Networks;
using DiagCodec.Allocation.Policies.Training;
using DiagCodec.Imaging.Faults;
using static TorchSharp.torch;

namespace DiagCodec.Allocation.Tests.Policies.Training;

public sealed class A2cTrainerTests
{
    [Fact]
    public void A_known_bandit_is_learnt_to_95_percent_of_its_optimum()
    {
        using var network = Bandit.Network();
        var episode = Bandit.Episode("a", 9);
        var options = new A2cOptions { Iterations = 400, CtuLearningRate = 1e-3 };
        using var trainer = new A2cTrainer(network, Bandit.Weights, TuningStrategy.A2c.Parts(), [episode], options, CPU);
        while (trainer.Iteration < options.Iterations)
        {
            trainer.Advance();
        }

        var decisions = trainer.Decide(episode);
        foreach (var (k, weight) in Bandit.Weights.Index())
        {
            var returns = Enumerable.Range(0, 10).SelectMany(a => Enumerable.Range(0, 100).Select(c => episode.Table.Return(PolicyDecisions.Single(a, c, 9), weight))).ToArray();
            var share = (episode.Table.Return(decisions[k], weight) - returns.Min()) / (returns.Max() - returns.Min());
            Assert.InRange(share, 0.95, 1);
        }
    }

    [Fact]
    public void Equal_seeds_give_equal_bytes_and_others_do_not()
    {
        Assert.Equal(Trained(1), Trained(1));
        Assert.NotEqual(Trained(1), Trained(2));
    }

    [Theory]
    [InlineData(TuningStrategy.None)]
    [InlineData(TuningStrategy.A2c)]
    [InlineData(TuningStrategy.A2cFc)]
    [InlineData(TuningStrategy.Full)]
    [InlineData(TuningStrategy.AdapterV1)]
    [InlineData(TuningStrategy.AdapterV1A2c)]
    [InlineData(TuningStrategy.Adapter)]
    [InlineData(TuningStrategy.AdapterCritic)]
    public void Only_declared_parameters_change(TuningStrategy strategy)
    {
        var parts = strategy.Parts();
        using var network = Bandit.Network(parts & AgentParts.Adapters);
        var before = SamplePolicy.Values(network);
        var declared = network.ParametersOf(parts).ToHashSet<object>(ReferenceEqualityComparer.Instance);
        var names = network.named_parameters().Where(p => declared.Contains(p.parameter)).Select(p => p.name).ToHashSet();
        var options = new A2cOptions { Iterations = 8, StatesPerStep = 2 };
        using (var trainer = new A2cTrainer(network, Bandit.Weights, parts, [Bandit.Episode("a", 9)], options, CPU))
        {
            while (trainer.Iteration < options.Iterations)
            {
                trainer.Advance();
            }
        }

        var after = SamplePolicy.Values(network);
        foreach (var (name, values) in before)
        {
            Assert.True(names.Contains(name) != values.AsSpan().SequenceEqual(after[name]), $"{name} is {(names.Contains(name) ? "tuned and the same" : "not tuned and another")}");
        }
    }

    [Fact]
    public void A_strategy_that_tunes_nothing_takes_steps_without_a_loss()
    {
        using var network = Bandit.Network();
        using var trainer = new A2cTrainer(network, Bandit.Weights, AgentParts.None, [Bandit.Episode("a", 9)], new A2cOptions(), CPU);
        Assert.Equal(0, trainer.Advance());
        Assert.Equal(1, trainer.Iteration);
    }

    [Fact]
    public void Options_out_of_range_are_all_named()
    {
        var message = Assert.Throws<UsageException>(() => new A2cOptions { Iterations = 0, FrameLearningRate = 0, Batch = -1 }.Validate()).Message;
        Assert.Contains("iterations", message, StringComparison.Ordinal);
        Assert.Contains("learning rates", message, StringComparison.Ordinal);
        Assert.Contains("batch", message, StringComparison.Ordinal);
    }

    private static string Trained(int seed)
    {
        using var network = Bandit.Network();
        var options = new A2cOptions { Iterations = 12, Seed = seed };
        using var trainer = new A2cTrainer(network, Bandit.Weights, TuningStrategy.A2c.Parts(), [Bandit.Episode("a", 9)], options, CPU);
        while (trainer.Iteration < options.Iterations)
        {
            trainer.Advance();
        }

        return string.Join(' ', SamplePolicy.Values(network).SelectMany(v => v.Value).Select(BitConverter.SingleToInt32Bits));
    }
}
