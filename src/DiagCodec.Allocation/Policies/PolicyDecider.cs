using System.Collections.Immutable;
using DiagCodec.Allocation.Policies.Actions;
using DiagCodec.Allocation.Policies.Networks;
using DiagCodec.Allocation.Policies.States;
using DiagCodec.Networks.State;
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
    /// <param name="isAlone">See <see cref="PolicyAllocator.IsAlone"/>.</param>
    public static PolicyDecisions Decide(
        PolicyNetwork network, Device device, AgentStates states, int tradeoff, int framesAtOnce = StandardFramesAtOnce, bool isAlone = false)
    {
        int[] seen = [.. Enumerable.Range(0, GopLayout.Gops(states.Frames)).Select(g => GopLayout.FrameSeen(g, states.Frames))];
        return new PolicyDecisions(
            Best(network.Frame, device, states, tradeoff, seen, framesAtOnce, isAlone),
            Best(network.Ctu, device, states, tradeoff, [.. Enumerable.Range(0, states.Frames)], framesAtOnce, isAlone));
    }

    private static ImmutableArray<int> Best(AgentNetwork agent, Device device, AgentStates states, int tradeoff, int[] frames, int framesAtOnce, bool isAlone)
    {
        var parts = frames.Chunk(framesAtOnce).ToArray();
        var actions = new long[parts.Length][];
        if (isAlone)
        {
            SideBySide.Run(parts.Length, device, Part);
        }
        else
        {
            for (var i = 0; i < parts.Length; i++)
            {
                Part(i);
            }
        }

        return [.. actions.SelectMany(some => some).Select(a => (int)a)];

        void Part(int i)
        {
            using var fixedGraph = no_grad();
            using var scope = NewDisposeScope();
            var (scores, _) = agent.Decide(agent.See(states.Of(parts[i], device)), tradeoff);
            actions[i] = scores.argmax(1).cpu().data<long>().ToArray();
        }
    }
}
