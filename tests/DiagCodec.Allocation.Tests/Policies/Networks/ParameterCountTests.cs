using DiagCodec.Allocation.Policies.Networks;
using static TorchSharp.torch;

namespace DiagCodec.Allocation.Tests.Policies.Networks;

/// <summary>The nine figures of DMIC's Table III and its text.</summary>
public sealed class ParameterCountTests
{
    [Theory]
    [InlineData(AgentParts.Trunk, 112_192)]
    [InlineData(AgentParts.Fc, 918_016)]
    public void Shared_layers_have_as_many_parameters_as_DMIC_counts(AgentParts parts, long expected) => Check(parts, expected);

    [Theory]
    [InlineData(TuningStrategy.None, 0)]
    [InlineData(TuningStrategy.A2c, 28_784)]
    [InlineData(TuningStrategy.A2cFc, 946_800)]
    [InlineData(TuningStrategy.Full, 1_058_992)]
    [InlineData(TuningStrategy.AdapterV1, 131_584)]
    [InlineData(TuningStrategy.AdapterV1A2c, 160_368)]
    [InlineData(TuningStrategy.Adapter, 10_214)]
    [InlineData(TuningStrategy.AdapterCritic, 10_724)]
    public void Strategies_tune_as_many_parameters_as_DMIC_counts(TuningStrategy strategy, long expected) => Check(strategy.Parts(), expected);

    private static void Check(AgentParts parts, long expected)
    {
        foreach (var tradeoffs in (int[])[1, 9])
        {
            using var network = PolicyNetwork.Create(10, 100, tradeoffs, parts & AgentParts.Adapters, seed: 1, CPU);
            Assert.Equal(expected, network.Count(parts, tradeoffs));
        }
    }
}
