using System.Collections.Immutable;
using DiagCodec.Allocation.Policies.Actions;
using DiagCodec.Allocation.Policies.Files;
using DiagCodec.Allocation.Policies.Networks;
using DiagCodec.Allocation.Policies.States;
using DiagCodec.Coding.Plans;
using TorchSharp;
using static TorchSharp.torch;

namespace DiagCodec.Allocation.Policies;

/// <summary>
/// Lets the frame agent choose the QPs of every GOP, then the CTU agent two offsets for every frame; each takes the action that it holds
/// for best. The base QP of a request has no say. Not for several threads at once.
/// </summary>
public sealed class PolicyAllocator : IBitAllocator
{
    private const int FramesAtOnce = 8;

    private readonly PolicyModel _model;
    private readonly int _tradeoff;

    /// <param name="model">Not disposed of by this.</param>
    /// <param name="tradeoff">Index in the trade-offs of the policy.</param>
    public PolicyAllocator(PolicyModel model, int tradeoff) => (_model, _tradeoff) = (model, tradeoff);

    public string Name => Allocators.Policy;

    /// <exception cref="ArgumentException">The request has no mask or no slices.</exception>
    public QpMap Allocate(AllocationRequest request)
    {
        var volume = request.Slices ?? throw new ArgumentException("the request has no slices", nameof(request));
        var mask = request.Mask ?? throw new ArgumentException("the request has no mask", nameof(request));
        var document = _model.Document;
        var decisions = Decide(AgentStates.Of(volume, mask, document.Window));
        var shares = new MaskShares(mask, request.Format, request.Frames, document.Block);
        var map = decisions.ToMap(document.Actions, i => BlockClasses.Foreground(shares.Of(i), shares.Columns, document.Margin), request.Format, document.Block);

        // As with maps made from a mask: without any foreground nothing says where to save.
        return shares.IsEmpty ? map with { Frames = [.. map.Frames.Select(f => f with { Offsets = [] })] } : map;
    }

    /// <summary>The agents' choices for a clip.</summary>
    public PolicyDecisions Decide(AgentStates states)
    {
        int[] seen = [.. Enumerable.Range(0, GopLayout.Gops(states.Frames)).Select(g => GopLayout.FrameSeen(g, states.Frames))];
        return new PolicyDecisions(Best(_model.Network.Frame, states, seen), Best(_model.Network.Ctu, states, [.. Enumerable.Range(0, states.Frames)]));
    }

    private ImmutableArray<int> Best(AgentNetwork agent, AgentStates states, int[] frames)
    {
        using var inference = no_grad();
        var actions = ImmutableArray.CreateBuilder<int>(frames.Length);
        foreach (var some in frames.Chunk(FramesAtOnce))
        {
            using var scope = NewDisposeScope();
            var (scores, _) = agent.Decide(agent.See(states.Of(some, _model.Device)), _tradeoff);
            actions.AddRange(scores.argmax(1).cpu().data<long>().ToArray().Select(a => (int)a));
        }

        return actions.MoveToImmutable();
    }
}
