using System.Collections.Immutable;
using System.Globalization;
using DiagCodec.Coding.Plans;

namespace DiagCodec.Allocation.Policies.Search;

/// <summary>What a policy proposes at all its trade-offs, and its proposal at the one asked for with all QPs raised or lowered.</summary>
internal static class PolicyPlans
{
    private const int LargestShift = 12;

    public static IEnumerable<PlanFamily> Of(CandidateRequest request)
    {
        if (request.Policy is not { } model)
        {
            yield break;
        }

        var (document, frames) = (model.Document, request.Prepared.Frames);
        var asking = new AllocationRequest(frames.Format, frames.Count, QpMap.LowestQp, request.Gop, document.Block)
        {
            Mask = request.Mask,
            Slices = request.Prepared.Series.Volume,
        };
        var proposals = document.Tradeoffs.Select((_, i) => Candidate(i, 0, new PolicyAllocator(model, i).Allocate(asking))).ToImmutableArray();
        var asked = proposals[request.Tradeoff];
        yield return CandidatePlans.Ordered("policy", proposals, asked);
        yield return CandidatePlans.Ordered(
            $"{asked.Name}, shifted",
            Enumerable.Range(-LargestShift, (2 * LargestShift) + 1).Select(shift => Candidate(request.Tradeoff, shift, Shifted(asked.Plan.Map, shift))),
            asked);

        PlanCandidate Candidate(int tradeoff, int shift, QpMap map) => new(
            string.Create(CultureInfo.InvariantCulture, $"policy {document.Tradeoffs[tradeoff]}{(shift == 0 ? "" : $" with QP {CandidatePlans.Signed(shift)}")}"),
            PolicyPlan.Of(document, tradeoff, shift, map, request.Preset) with { Task = request.Task, WeightsSha256 = request.WeightsSha256 });
    }

    private static QpMap Shifted(QpMap map, int shift) => map with
    {
        Frames = [.. map.Frames.Select(f => f with { FrameQp = Math.Clamp(f.FrameQp + shift, QpMap.LowestQp, QpMap.HighestQp) })],
    };
}
