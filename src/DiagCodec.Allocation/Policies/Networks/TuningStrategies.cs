using DiagCodec.Imaging.Faults;

namespace DiagCodec.Allocation.Policies.Networks;

/// <summary>The strategies by the words of the command line, and which parts they tune.</summary>
public static class TuningStrategies
{
    private static readonly (TuningStrategy Strategy, string Word, AgentParts Parts)[] All =
    [
        (TuningStrategy.None, "none", AgentParts.None),
        (TuningStrategy.A2c, "a2c", AgentParts.Actor | AgentParts.Critic),
        (TuningStrategy.A2cFc, "a2c-fc", AgentParts.Actor | AgentParts.Critic | AgentParts.Fc),
        (TuningStrategy.Full, "full", AgentParts.Actor | AgentParts.Critic | AgentParts.Fc | AgentParts.Trunk),
        (TuningStrategy.AdapterV1, "adapter-v1", AgentParts.FeatureAdapter),
        (TuningStrategy.AdapterV1A2c, "adapter-v1-a2c", AgentParts.FeatureAdapter | AgentParts.Actor | AgentParts.Critic),
        (TuningStrategy.Adapter, "adapter", AgentParts.ActorAdapter | AgentParts.CriticAdapter),
        (TuningStrategy.AdapterCritic, "adapter-critic", AgentParts.ActorAdapter | AgentParts.Critic),
    ];

    public static IReadOnlyList<string> Words { get; } = [.. All.Select(a => a.Word)];

    public static string Word(this TuningStrategy strategy) => Array.Find(All, a => a.Strategy == strategy).Word;

    /// <summary>What is trained; everything else keeps its bytes.</summary>
    public static AgentParts Parts(this TuningStrategy strategy) => Array.Find(All, a => a.Strategy == strategy).Parts;

    /// <exception cref="UsageException">There is none of that name.</exception>
    public static TuningStrategy Named(string word) => Array.Exists(All, a => a.Word == word)
        ? Array.Find(All, a => a.Word == word).Strategy
        : throw new UsageException($"--strategy {word}: expected {string.Join(" or ", Words)}");
}
