using System.Collections.Immutable;
using DiagCodec.Allocation.Policies.Actions;
using DiagCodec.Allocation.Policies.Networks;
using DiagCodec.Allocation.Policies.States;
using TorchSharp;
using static TorchSharp.torch;

namespace DiagCodec.Allocation.Policies;

/// <summary>The actions that the two agents hold for best, the frame agent's for every GOP, the CTU agent's for every frame.</summary>
public static class PolicyDecider
{
    public const int StandardFramesAtOnce = 2;

    /// <param name="network">Both agents.</param>
    /// <param name="device">Where they lie.</param>
    /// <param name="states">Of the clip.</param>
    /// <param name="tradeoff">Index of the heads.</param>
    /// <param name="framesAtOnce">That go through the network together, 1 or more: a matter of memory and speed.</param>
    public static PolicyDecisions Decide(PolicyNetwork network, Device device, AgentStates states, int tradeoff, int framesAtOnce = StandardFramesAtOnce)
    {
        int[] seen = [.. Enumerable.Range(0, GopLayout.Gops(states.Frames)).Select(g => GopLayout.FrameSeen(g, states.Frames))];
        return new PolicyDecisions(
            Best(network.Frame, device, states, tradeoff, seen, framesAtOnce),
            Best(network.Ctu, device, states, tradeoff, [.. Enumerable.Range(0, states.Frames)], framesAtOnce));
    }

    private static ImmutableArray<int> Best(AgentNetwork agent, Device device, AgentStates states, int tradeoff, int[] frames, int framesAtOnce)
    {
        using var fixedGraph = no_grad();
        var actions = ImmutableArray.CreateBuilder<int>(frames.Length);
        foreach (var some in frames.Chunk(framesAtOnce))
        {
            using var scope = NewDisposeScope();
            var (scores, _) = agent.Decide(agent.See(states.Of(some, device)), tradeoff);
            actions.AddRange(scores.argmax(1).cpu().data<long>().ToArray().Select(a => (int)a));
        }

        return actions.MoveToImmutable();
    }
}
