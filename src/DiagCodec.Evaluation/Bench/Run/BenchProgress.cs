namespace DiagCodec.Evaluation.Bench.Run;

/// <summary>How far a bench is.</summary>
/// <param name="Done">Points that are there, failed ones among them.</param>
/// <param name="Total">Points in all.</param>
/// <param name="Failed">Points that failed.</param>
/// <param name="Left">An estimate from the times so far; null before anything was measured.</param>
public sealed record BenchProgress(int Done, int Total, int Failed, TimeSpan? Left);
