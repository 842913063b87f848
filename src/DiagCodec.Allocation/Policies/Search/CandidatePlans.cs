using System.Collections.Immutable;
using System.Globalization;
using DiagCodec.Allocation.Maps;
using DiagCodec.Coding.Plans;

namespace DiagCodec.Allocation.Policies.Search;

/// <summary>The plans that a search chooses from: what a policy proposes, the simple maps that do well, and uniform QP.</summary>
public static class CandidatePlans
{
    private const int SmallBlock = 32;

    private const int StrongBackground = 12;

    /// <summary>Where a search without a policy begins, as an effective QP.</summary>
    private const double UsualQp = 30;

    /// <summary>The most promising first.</summary>
    public static ImmutableArray<PlanFamily> Of(CandidateRequest request)
    {
        var block = Math.Max(SmallBlock, request.SmallestBlock);
        var blocks = ((int[])[request.Policy?.Document.Block ?? block, block]).Distinct().Where(b => b >= request.SmallestBlock).ToArray();
        var standard = new MaskMapOptions();
        var strong = standard with { RoiBackground = StrongBackground, RoiMargin = 1 };
        return
        [
            .. PolicyPlans.Of(request),
            .. blocks.Select(b => Family(request, $"roi {Signed(standard.RoiForeground)}/{Signed(standard.RoiBackground)}", new RoiAllocator(standard), b)),
            Family(request, string.Create(CultureInfo.InvariantCulture, $"roi {Signed(strong.RoiForeground)}/{Signed(strong.RoiBackground)} margin {strong.RoiMargin}"), new RoiAllocator(strong), block),
            Family(request, $"log {Signed(-standard.Strength)}/{Signed(standard.Range)}", new ShapedMapAllocator(MapShape.Log, standard), block),
            Family(request, Allocators.Uniform, new UniformAllocator(), QpMap.BlockSizes[0]),
        ];
    }

    /// <summary>By effective QP, equal maps once.</summary>
    /// <param name="name">Of the family.</param>
    /// <param name="candidates">In any order; at least one.</param>
    /// <param name="start">The one to begin with; null: the one nearest to a usual QP.</param>
    internal static PlanFamily Ordered(string name, IEnumerable<PlanCandidate> candidates, PlanCandidate? start)
    {
        var ordered = candidates.DistinctBy(c => MapFingerprint.Of(c.Plan.Map)).OrderBy(c => EffectiveQp.Of(c.Plan.Map)).ToImmutableArray();
        var wanted = start is null ? UsualQp : EffectiveQp.Of(start.Plan.Map);
        return new PlanFamily(name, ordered, Enumerable.Range(0, ordered.Length).MinBy(i => Math.Abs(EffectiveQp.Of(ordered[i].Plan.Map) - wanted)));
    }

    internal static string Signed(int offset) => offset.ToString("+0;-0;0", CultureInfo.InvariantCulture);

    private static PlanFamily Family(CandidateRequest request, string name, IBitAllocator allocator, int block)
    {
        var frames = request.Prepared.Frames;
        var words = allocator is UniformAllocator ? name : string.Create(CultureInfo.InvariantCulture, $"{name} in blocks of {block}");
        var map = allocator.Allocate(new AllocationRequest(frames.Format, frames.Count, QpMap.LowestQp, request.Gop, block)
        {
            Mask = request.Mask,
            Slices = request.Prepared.Series.Volume,
        });
        return Ordered(words, Enumerable.Range(QpMap.LowestQp, QpMap.HighestQp + 1).Select(qp => new PlanCandidate(
            string.Create(CultureInfo.InvariantCulture, $"{words} at QP {qp}"),
            new CodingPlan(allocator.Name, qp, request.Gop.Name, request.Preset, AtQp(map, qp, request.Gop))
            {
                Task = request.Task,
                WeightsSha256 = request.WeightsSha256,
            })), start: null);
    }

    /// <summary>Maps of masks have the same offsets at every base QP.</summary>
    private static QpMap AtQp(QpMap map, int qp, GopStructure gop) => map with { Frames = [.. map.Frames.Select((f, i) => f with { FrameQp = gop.FrameQp(qp, i) })] };
}
