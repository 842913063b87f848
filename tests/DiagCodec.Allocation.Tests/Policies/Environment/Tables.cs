using DiagCodec.Allocation.Policies.Environment;

namespace DiagCodec.Allocation.Tests.Policies.Environment;

/// <summary>Tables whose figures follow rules.</summary>
internal static class Tables
{
    /// <param name="bits">Of a frame, by the mean of the two QPs; null: halved every 6.</param>
    /// <param name="error">Of a frame, by the mean of the two QPs; null: rising.</param>
    /// <param name="ownVoxels">What the network finds.</param>
    public static ClipTable Make(Func<double, double>? bits = null, Func<double, double>? error = null, long ownVoxels = 1000)
    {
        bits ??= qp => 1_000_000 * Math.Pow(2, -qp / 6);
        error ??= qp => qp * qp / 10;
        return new ClipTable("clip", ownVoxels, 1200, [10, 20], CodedGrid.Of(8).ToDictionary(s => s, s =>
        {
            var qp = (s.Foreground + s.Background) / 2.0;
            return new PlanFigures(
                [(long)(2 * bits(qp)), (long)bits(qp)],
                [(int)error(qp), (int)(2 * error(qp))],
                [10 + (int)error(qp), 20 + (int)(2 * error(qp))]);
        }));
    }
}
