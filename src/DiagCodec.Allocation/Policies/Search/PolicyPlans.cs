using System.Collections.Immutable;
using System.Globalization;
using DiagCodec.Allocation.Policies.Files;
using DiagCodec.Allocation.Policies.States;
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
        var states = AgentStates.Of(request.Prepared.Series.Volume, request.Mask, document.Window);
        var shares = new MaskShares(request.Mask, frames.Format, frames.Count, document.Block);
        var foreground = Enumerable.Range(0, frames.Count).Select(i => BlockClasses.Foreground(shares.Of(i), shares.Columns, document.Margin)).ToArray();
        var proposals = document.Tradeoffs.Select((_, i) => Candidate(i, 0, Map(i))).ToImmutableArray();
        var asked = proposals[request.Tradeoff];
        yield return CandidatePlans.Ordered("policy", proposals, asked);
        yield return CandidatePlans.Ordered(
            $"{asked.Name}, shifted",
            Enumerable.Range(-LargestShift, (2 * LargestShift) + 1).Select(shift => Candidate(request.Tradeoff, shift, Shifted(asked.Plan.Map, shift))),
            asked);

        QpMap Map(int tradeoff) => new PolicyAllocator(model, tradeoff).Decide(states).ToMap(document.Actions, i => foreground[i], frames.Format, document.Block);

        PlanCandidate Candidate(int tradeoff, int shift, QpMap map) => new(
            string.Create(CultureInfo.InvariantCulture, $"policy {document.Tradeoffs[tradeoff]}{(shift == 0 ? "" : $" with QP {CandidatePlans.Signed(shift)}")}"),
            new CodingPlan(Allocators.Policy, map.Frames[0].FrameQp, request.Gop.Name, request.Preset, map)
            {
                Task = request.Task,
                WeightsSha256 = request.WeightsSha256,
                Policy = new PolicyChoice(document.Name, document.Weights.Sha256, document.Tradeoffs[tradeoff], shift),
            });
    }

    private static QpMap Shifted(QpMap map, int shift) => map with
    {
        Frames = [.. map.Frames.Select(f => f with { FrameQp = Math.Clamp(f.FrameQp + shift, QpMap.LowestQp, QpMap.HighestQp) })],
    };
}
