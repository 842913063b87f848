using System.Collections.Immutable;
using System.Text.Json.Serialization;
using DiagCodec.Allocation.Policies.Actions;
using DiagCodec.Allocation.Policies.Networks;
using DiagCodec.Allocation.Policies.States;

namespace DiagCodec.Allocation.Policies.Files;

/// <summary>The contents of policy.json: what a policy is for, what it chooses from, and how it came about.</summary>
/// <param name="Schema">Version of the document; <see cref="CurrentSchema"/>.</param>
/// <param name="Name">Of the policy and its folder: lower-case letters, digits and inner hyphens, at most 64.</param>
/// <param name="Description">A sentence for people.</param>
/// <param name="Task">The task whose mask it follows; of a pretrained policy the one that it was pretrained with.</param>
/// <param name="Window">Values that the agents tell apart.</param>
/// <param name="Block">Size of the blocks that get QPs, in pixels: 64, 32 or 16.</param>
/// <param name="Margin">So many blocks round one that holds mask count as foreground, 0 or more.</param>
/// <param name="Actions">What the agents choose from.</param>
/// <param name="Tradeoffs">The weights of the semantic distortion, rising, 0 to 100; one set of heads each.</param>
/// <param name="Adapters">Those of <see cref="AgentParts.Adapters"/> that the heads have.</param>
/// <param name="Weights">The weights file and its SHA-256.</param>
/// <param name="History">Pretraining first, then every tuning.</param>
/// <param name="Licence">The licence of the weights, and what it asks of users.</param>
public sealed record PolicyDocument(
    int Schema,
    string Name,
    string Description,
    string Task,
    StateWindow Window,
    int Block,
    int Margin,
    ActionSets Actions,
    ImmutableArray<double> Tradeoffs,
    [property: JsonConverter(typeof(AdapterWords))] AgentParts Adapters,
    PolicyWeights Weights,
    ImmutableArray<PolicyStep> History,
    string Licence)
{
    public const int CurrentSchema = 1;
}
