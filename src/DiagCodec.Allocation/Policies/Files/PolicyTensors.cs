using System.Collections.Immutable;
using DiagCodec.Allocation.Policies.Networks;
using DiagCodec.Networks.Weights;

namespace DiagCodec.Allocation.Policies.Files;

/// <summary>
/// The tensors of a policy by name and shape, known before a network is made: a hostile document could ask for gigabytes that its
/// weights file does not have.
/// </summary>
internal static class PolicyTensors
{
    public static ImmutableArray<ExpectedTensor> Of(PolicyDocument document) =>
    [
        .. AgentNetwork.Shapes(document.Actions.FrameActions, document.Tradeoffs.Length, document.Adapters).Select(s => Tensor("frame.", s)),
        .. AgentNetwork.Shapes(document.Actions.CtuActions, document.Tradeoffs.Length, document.Adapters).Select(s => Tensor("ctu.", s)),
    ];

    private static ExpectedTensor Tensor(string agent, (string Name, ImmutableArray<long> Shape) tensor) =>
        new(agent + tensor.Name, ElementType.Float32, tensor.Shape);
}
