using System.Collections.Immutable;
using DiagCodec.Coding.Plans;

namespace DiagCodec.Coding.Encode.Hm;

/// <summary>A plan's frame QPs in HM's words: a GOP, a base QP, and what the dQPs file adds to it.</summary>
/// <param name="Gop">HM's pyramid for plans of that structure, else the one without offsets.</param>
/// <param name="BaseQp">HM's option QP.</param>
/// <param name="Asked">Slice QP of every frame: the plan's, up to the highest that is coded at this bit depth.</param>
/// <param name="DeltaQps">One per frame, added before HM adds the offsets of its GOP.</param>
internal sealed record HmFrameQps(HmGop Gop, int BaseQp, ImmutableArray<int> Asked, ImmutableArray<int> DeltaQps)
{
    public static HmFrameQps Of(CodingPlan plan, int bitDepth)
    {
        ImmutableArray<int> asked = [.. plan.Map.Frames.Select(f => Math.Clamp(f.FrameQp, QpMap.LowestQp, plan.Map.HighestCodedQp))];
        var lowest = -6 * (bitDepth - 8);
        var isPyramid = plan.Gop == GopStructure.LowDelay8.Name;
        return (isPyramid ? Solve(HmGop.Pyramid) : null) ?? Solve(HmGop.Flat)!;

        HmFrameQps? Solve(HmGop gop)
        {
            var deltas = asked.Select((qp, i) => gop.DeltaQp(plan.BaseQp, i, qp, lowest)).ToArray();
            return deltas.Contains(null) ? null : new HmFrameQps(gop, plan.BaseQp, asked, [.. deltas.Select(d => d!.Value)]);
        }
    }
}
