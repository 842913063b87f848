using DiagCodec.Allocation;
using DiagCodec.Allocation.Policies;
using DiagCodec.Cli.Commands.Tasks;
using DiagCodec.Coding.Plans;
using DiagCodec.Coding.Prepare;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Cli.Commands;

/// <summary>From what the user asked for to a coding plan.</summary>
internal sealed class EncodePlanner
{
    private readonly EncodeOptions _options;
    private readonly PreparedSeries _prepared;
    private readonly LabelMap? _mask;
    private readonly TaskNetwork? _network;
    private readonly Dictionary<int, QpMap> _maps = [];
    private readonly IBitAllocator _allocator;

    public EncodePlanner(EncodeOptions options, PreparedSeries prepared, LabelMap? mask, TaskNetwork? network)
    {
        (_options, _prepared, _mask, _network) = (options, prepared, mask, network);
        _allocator = options.QpMap is { } path
            ? new MapFileAllocator(path)
            : Allocators.Named(options.Allocation.Allocator, options.Allocation.Map());
    }

    /// <summary>The allocator's map of a base QP, made once each.</summary>
    public QpMap MapAt(int qp) => _maps.TryGetValue(qp, out var map) ? map : _maps[qp] = _allocator.Allocate(Request(qp, _options.Block));

    /// <param name="policy">Chooses the QPs; null: the allocator does.</param>
    public CodingPlan Plan(EncodePolicy? policy)
    {
        if (_options.Codec is not null)
        {
            // A learned codec takes no plan; its archive says so by the allocator's name.
            var (format, frames) = (_prepared.Frames.Format, _prepared.Frames.Count);
            var none = QpMap.Uniform(format, frames, QpMap.LowestQp, GopStructure.Flat, QpMap.BlockSizes[0]);
            return new CodingPlan("model", QpMap.LowestQp, GopStructure.Flat.Name, _options.Preset, none);
        }

        if (policy is null)
        {
            var plan = new CodingPlan(AllocatorName(), _options.Qp, _options.Gop, _options.Preset, MapAt(_options.Qp));
            return Allocators.NeedsMask(_options.Allocation.Allocator) ? OfTask(plan) : plan;
        }

        var document = policy.Model.Document;
        var map = new PolicyAllocator(policy.Model, policy.Tradeoff) { IsAlone = true }.Allocate(Request(_options.Qp, document.Block));
        return OfTask(PolicyPlan.Of(document, policy.Tradeoff, shift: 0, map, _options.Preset));
    }

    /// <summary>Names the task, because the QPs follow what it found.</summary>
    private CodingPlan OfTask(CodingPlan plan) =>
        _network is null ? plan : plan with { Task = _network.Task.Name, WeightsSha256 = _network.WeightsSha256 };

    private AllocationRequest Request(int qp, int block) =>
        new(_prepared.Frames.Format, _prepared.Frames.Count, qp, GopStructure.Named(_options.Gop), block) { Mask = _mask, Slices = _prepared.Series.Volume };

    private string AllocatorName()
    {
        var name = _options.QpMap is null ? _options.Allocation.Allocator : "map-file";
        return !_options.Allocation.HasTarget ? name : name == Allocators.Uniform ? "rate" : $"rate+{name}";
    }
}
