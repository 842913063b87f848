namespace DiagCodec.Allocation.Policies.Networks;

/// <summary>Parts of an agent.</summary>
[Flags]
public enum AgentParts
{
    None = 0,

    /// <summary>The six convolutions.</summary>
    Trunk = 1,

    /// <summary>The fully connected layer after them.</summary>
    Fc = 2,

    /// <summary>From features to a score for every action.</summary>
    Actor = 4,

    /// <summary>From features to the expected reward.</summary>
    Critic = 8,

    /// <summary>AdapterV1: 256 to 256, between the fully connected layer and the heads.</summary>
    FeatureAdapter = 16,

    /// <summary>A to A, on the actor's scores.</summary>
    ActorAdapter = 32,

    /// <summary>1 to 1, on the critic's value.</summary>
    CriticAdapter = 64,

    Adapters = FeatureAdapter | ActorAdapter | CriticAdapter,
}
