using System.Collections.Immutable;

namespace DiagCodec.Evaluation.Bench.Run;

/// <summary>What a bench would do.</summary>
/// <param name="Methods">One entry a method, in the experiment's order.</param>
/// <param name="Cases">Cases of the part.</param>
/// <param name="Workers">Points at a time.</param>
public sealed record BenchEstimate(ImmutableArray<MethodEstimate> Methods, int Cases, int Workers)
{
    public int Points => Methods.Sum(m => m.Points);

    public int Missing => Methods.Sum(m => m.Missing);

    public TimeSpan Left => TimeSpan.FromSeconds(Methods.Sum(m => m.Seconds) / Workers);
}
