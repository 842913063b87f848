using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DiagCodec.Allocation.Policies.Networks;

/// <summary>
/// What an agent has for one trade-off: actor and critic, and the adapters of DMIC's strategies (e) to (h) where it has any. New
/// adapters change nothing.
/// </summary>
public sealed class AgentHeads : Module
{
    private readonly Linear actor;
    private readonly Linear critic;
    private readonly Linear? featureAdapter;
    private readonly Linear? actorAdapter;
    private readonly Linear? criticAdapter;

    /// <param name="actions">1 or more.</param>
    /// <param name="adapters">Those of <see cref="AgentParts.Adapters"/> that it has.</param>
    public AgentHeads(int actions, AgentParts adapters)
        : base(nameof(AgentHeads))
    {
        actor = Linear(AgentNetwork.Features, actions);
        critic = Linear(AgentNetwork.Features, 1);
        featureAdapter = adapters.HasFlag(AgentParts.FeatureAdapter) ? Identity(AgentNetwork.Features) : null;
        actorAdapter = adapters.HasFlag(AgentParts.ActorAdapter) ? Identity(actions) : null;
        criticAdapter = adapters.HasFlag(AgentParts.CriticAdapter) ? Identity(1) : null;
        RegisterComponents();
    }

    /// <param name="features">N x 256.</param>
    /// <returns>N x actions scores (logits), and N expected rewards.</returns>
    public (Tensor Scores, Tensor Values) Decide(Tensor features)
    {
        using var scope = NewDisposeScope();
        var seen = featureAdapter is null ? features : featureAdapter.call(features);
        var scores = actor.call(seen);
        var values = critic.call(seen);
        scores = actorAdapter is null ? scores : actorAdapter.call(scores);
        values = criticAdapter is null ? values : criticAdapter.call(values);
        return (scores.MoveToOuterDisposeScope(), values.squeeze(1).MoveToOuterDisposeScope());
    }

    /// <summary>The parameters of some parts; those of parts that it does not have are none.</summary>
    public IEnumerable<Parameter> ParametersOf(AgentParts parts)
    {
        (AgentParts Part, Linear? Layer)[] layers =
        [
            (AgentParts.Actor, actor),
            (AgentParts.Critic, critic),
            (AgentParts.FeatureAdapter, featureAdapter),
            (AgentParts.ActorAdapter, actorAdapter),
            (AgentParts.CriticAdapter, criticAdapter),
        ];
        return layers.Where(l => parts.HasFlag(l.Part) && l.Layer is not null).SelectMany(l => l.Layer!.parameters());
    }

    /// <summary>The layers that such heads have, by the names of their state dictionary.</summary>
    /// <inheritdoc cref="AgentHeads(int, AgentParts)" path="/param"/>
    internal static IEnumerable<(string Name, int From, int To)> Layers(int actions, AgentParts adapters)
    {
        (AgentParts Part, string Name, int From, int To)[] layers =
        [
            (AgentParts.Actor, nameof(actor), AgentNetwork.Features, actions),
            (AgentParts.Critic, nameof(critic), AgentNetwork.Features, 1),
            (AgentParts.FeatureAdapter, nameof(featureAdapter), AgentNetwork.Features, AgentNetwork.Features),
            (AgentParts.ActorAdapter, nameof(actorAdapter), actions, actions),
            (AgentParts.CriticAdapter, nameof(criticAdapter), 1, 1),
        ];
        return layers.Where(l => (adapters | AgentParts.Actor | AgentParts.Critic).HasFlag(l.Part)).Select(l => (l.Name, l.From, l.To));
    }

    /// <summary>Multiplies the scores by a number, by the last layer on their way that is tuned, so that no other changes.</summary>
    /// <param name="tuned">Parts that may change.</param>
    /// <param name="factor">Above 0.</param>
    public void Soften(AgentParts tuned, double factor)
    {
        var last = tuned.HasFlag(AgentParts.ActorAdapter) ? actorAdapter
            : tuned.HasFlag(AgentParts.Actor) ? actor
            : tuned.HasFlag(AgentParts.FeatureAdapter) ? featureAdapter
            : null;
        using var fixedGraph = no_grad();
        foreach (var parameter in last?.parameters() ?? [])
        {
            parameter.mul_(factor);
        }
    }

    private static Linear Identity(int size)
    {
        var layer = Linear(size, size);
        using var scope = NewDisposeScope();
        using var fixedGraph = no_grad();
        layer.weight.zero_();
        layer.bias!.zero_();
        for (var i = 0; i < size; i++)
        {
            layer.weight[i, i].fill_(1);
        }

        return layer;
    }
}
