using DiagCodec.Allocation.Policies.Files;
using DiagCodec.Coding.Plans;

namespace DiagCodec.Allocation.Policies;

/// <summary>A policy's map as a coding plan.</summary>
public static class PolicyPlan
{
    /// <param name="document">Of the policy.</param>
    /// <param name="tradeoff">Index in its trade-offs.</param>
    /// <param name="shift">What was added to the frame QPs that it chose.</param>
    /// <param name="map">The QPs; the first frame's stands for the base QP.</param>
    /// <param name="preset">Speed against bits.</param>
    public static CodingPlan Of(PolicyDocument document, int tradeoff, int shift, QpMap map, EncoderPreset preset) =>
        new(Allocators.Policy, map.Frames[0].FrameQp, GopStructure.Step.Name, preset, map)
        {
            Policy = new PolicyChoice(document.Name, document.Weights.Sha256, document.Tradeoffs[tradeoff], shift),
        };
}
