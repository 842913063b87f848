using DiagCodec.Allocation.Policies.Files;
using DiagCodec.Allocation.Policies.Networks;
using DiagCodec.Imaging.Faults;
using static TorchSharp.torch;

namespace DiagCodec.Allocation.Tests.Policies.Networks;

public sealed class PolicyNetworkTests
{
    private const int Tradeoffs = 2;

    private static readonly (AgentParts Part, string Layer)[] Layers =
    [
        (AgentParts.Trunk, ".trunk."),
        (AgentParts.Fc, ".fc."),
        (AgentParts.Actor, ".actor."),
        (AgentParts.Critic, ".critic."),
        (AgentParts.FeatureAdapter, ".featureAdapter."),
        (AgentParts.ActorAdapter, ".actorAdapter."),
        (AgentParts.CriticAdapter, ".criticAdapter."),
    ];

    public static TheoryData<AgentParts> AllAdapters =>
        [.. Enumerable.Range(0, 8).Select(i => (AgentParts)(i * (int)AgentParts.FeatureAdapter))];

    [Theory]
    [MemberData(nameof(AllAdapters))]
    public void New_adapters_change_no_score_and_no_value(AgentParts adapters)
    {
        using var plain = PolicyNetwork.Create(10, 100, Tradeoffs, AgentParts.None, seed: 1, CPU);
        using var adapted = PolicyNetwork.Create(10, 100, Tradeoffs, adapters, seed: 2, CPU);
        foreach (var (name, values) in SamplePolicy.Values(plain))
        {
            SamplePolicy.Set(adapted, name, values);
        }

        Assert.Equal(Decisions(plain.Frame), Decisions(adapted.Frame));
        Assert.Equal(Decisions(plain.Ctu), Decisions(adapted.Ctu));
    }

    [Fact]
    public void Equal_seeds_give_equal_weights_and_others_give_others()
    {
        using var one = SamplePolicy.Network(SamplePolicy.Document, 5);
        using var same = SamplePolicy.Network(SamplePolicy.Document, 5);
        using var other = SamplePolicy.Network(SamplePolicy.Document, 6);
        Assert.Equal(SamplePolicy.Values(one), SamplePolicy.Values(same));
        var (mine, others) = (SamplePolicy.Values(one), SamplePolicy.Values(other));
        Assert.All(mine, m => Assert.NotEqual(m.Value, others[m.Key]));
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
    public void A_strategy_lists_exactly_the_tensors_of_its_parts(TuningStrategy strategy)
    {
        var parts = strategy.Parts();
        using var network = PolicyNetwork.Create(10, 100, Tradeoffs, parts & AgentParts.Adapters, seed: 1, CPU);
        var before = SamplePolicy.Values(network);
        using (no_grad())
        {
            foreach (var parameter in network.ParametersOf(parts))
            {
                parameter.fill_(7);
            }
        }

        var declared = Layers.Where(l => parts.HasFlag(l.Part)).Select(l => l.Layer).ToList();
        Assert.All(SamplePolicy.Values(network), after =>
        {
            var isTuned = declared.Exists(d => after.Key.Contains(d, StringComparison.Ordinal));
            Assert.Equal(isTuned ? [.. Enumerable.Repeat(7f, after.Value.Length)] : before[after.Key], after.Value);
        });
    }

    [Theory]
    [MemberData(nameof(AllAdapters))]
    public void The_tensors_that_a_file_must_have_are_those_of_the_network(AgentParts adapters)
    {
        var document = SamplePolicy.Document with { Adapters = adapters, Tradeoffs = [0, 1, 5] };
        using var network = SamplePolicy.Network(document);
        var expected = network.state_dict().Select(t => $"{t.Key} [{string.Join(", ", t.Value.shape)}]").Order(StringComparer.Ordinal);
        Assert.Equal(expected, PolicyTensors.Of(document).Select(t => $"{t.Name} [{string.Join(", ", t.Shape)}]").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Names_are_those_that_PyTorch_would_give()
    {
        using var network = SamplePolicy.Network(SamplePolicy.Document);
        var names = SamplePolicy.Values(network).Keys;
        Assert.Contains("frame.trunk.0.weight", names);
        Assert.Contains("frame.trunk.10.bias", names);
        Assert.Contains("ctu.fc.weight", names);
        Assert.Contains("ctu.heads.2.actor.bias", names);
    }

    [Fact]
    public void Heads_of_one_trade_off_have_no_say_in_another()
    {
        using var network = SamplePolicy.Network(SamplePolicy.Document);
        var before = Decisions(network.Ctu, 1);
        SamplePolicy.Favour(network, "ctu", 0, 4);
        Assert.Equal(before, Decisions(network.Ctu, 1));
        Assert.NotEqual(before, Decisions(network.Ctu, 0));
    }

    [Fact]
    public void Strategies_are_found_by_the_words_of_the_command_line()
    {
        Assert.Equal(["none", "a2c", "a2c-fc", "full", "adapter-v1", "adapter-v1-a2c", "adapter", "adapter-critic"], TuningStrategies.Words);
        Assert.All(Enum.GetValues<TuningStrategy>(), s => Assert.Equal(s, TuningStrategies.Named(s.Word())));
        Assert.Contains("expected none or a2c", Assert.Throws<UsageException>(() => TuningStrategies.Named("A2C")).Message, StringComparison.Ordinal);
    }

    /// <summary>Scores and values for two noisy states.</summary>
    private static float[] Decisions(AgentNetwork agent, int tradeoff = 0)
    {
        var random = new Random(11);
        var states = new float[2 * AgentNetwork.Channels * AgentNetwork.Width * AgentNetwork.Height];
        for (var i = 0; i < states.Length; i++)
        {
            states[i] = random.NextSingle();
        }

        using var scope = NewDisposeScope();
        using var inference = no_grad();
        var (scores, values) = agent.Decide(agent.See(tensor(states, [2, AgentNetwork.Channels, AgentNetwork.Height, AgentNetwork.Width])), tradeoff);
        return [.. scores.data<float>().ToArray(), .. values.data<float>().ToArray()];
    }
}
