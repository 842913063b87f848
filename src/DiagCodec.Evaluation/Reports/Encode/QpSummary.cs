using DiagCodec.Coding.Plans;
using DiagCodec.Evaluation.Reports.Pictures;

namespace DiagCodec.Evaluation.Reports.Encode;

/// <summary>The QPs of a plan, or of one frame, in words.</summary>
internal static class QpSummary
{
    public static string Of(CodingPlan plan)
    {
        var range = QpColours.Of(plan.Map);
        var spread = range.Lowest == range.Highest ? $"uniform QP {range.Lowest}"
            : plan.Map.Frames.Any(f => f.HasOffsets) ? $"{range.Lowest} to {range.Highest} by block"
            : $"{range.Lowest} to {range.Highest} by frame, uniform within a frame";
        return $"base {plan.BaseQp}, {plan.Allocator}: {spread}";
    }

    public static string OfFrame(QpMap map, int frame) => IsUniform(map, frame)
        ? $"uniform QP {map.AbsoluteQp(frame, 0)}"
        : $"frame QP {map.Frames[frame].FrameQp}, blocks {Blocks(map, frame).Min()} to {Blocks(map, frame).Max()}";

    public static bool IsUniform(QpMap map, int frame) =>
        !map.Frames[frame].HasOffsets || Blocks(map, frame).Distinct().Count() == 1;

    private static IEnumerable<int> Blocks(QpMap map, int frame) =>
        Enumerable.Range(0, map.BlocksPerFrame).Select(b => map.AbsoluteQp(frame, b));
}
