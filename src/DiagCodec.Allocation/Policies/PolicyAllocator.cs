using DiagCodec.Allocation.Policies.Actions;
using DiagCodec.Allocation.Policies.Files;
using DiagCodec.Allocation.Policies.States;
using DiagCodec.Coding.Plans;
using DiagCodec.Networks.State;

namespace DiagCodec.Allocation.Policies;

/// <summary>
/// Lets the frame agent choose the QPs of every GOP, then the CTU agent two offsets for every frame; each takes the action that it holds
/// for best. The base QP of a request has no say. Not for several threads at once.
/// </summary>
public sealed class PolicyAllocator : IBitAllocator
{
    private readonly PolicyModel _model;
    private readonly int _tradeoff;

    /// <param name="model">Not disposed of by this.</param>
    /// <param name="tradeoff">Index in the trade-offs of the policy.</param>
    public PolicyAllocator(PolicyModel model, int tradeoff) => (_model, _tradeoff) = (model, tradeoff);

    public string Name => Allocators.Policy;

    /// <summary>Nothing else in the process uses libtorch meanwhile, so that slices may be looked at side by side (<see cref="SideBySide"/>). The choices are the same.</summary>
    public bool IsAlone { get; init; }

    /// <summary>That go through the network together, 1 or more: a matter of memory and speed.</summary>
    internal int FramesAtOnce { get; init; } = PolicyDecider.StandardFramesAtOnce;

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
    public PolicyDecisions Decide(AgentStates states) => PolicyDecider.Decide(_model.Network, _model.Device, states, _tradeoff, FramesAtOnce, IsAlone);
}
