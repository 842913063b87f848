using System.Collections.Immutable;

namespace DiagCodec.Cli.Output;

/// <summary>What <c>bench --dry-run --json</c> prints.</summary>
/// <param name="Experiment">Its name.</param>
/// <param name="Part">Such as 1/4; left out for all.</param>
/// <param name="Cases">Cases of the part.</param>
/// <param name="Points">Points in all.</param>
/// <param name="Missing">Of these, those to be measured.</param>
/// <param name="Parallel">Points at a time.</param>
/// <param name="Seconds">An estimate for all that is missing.</param>
/// <param name="Methods">In the experiment's order.</param>
internal sealed record BenchPlanSummary(
    string Experiment, string? Part, int Cases, int Points, int Missing, int Parallel, double Seconds, ImmutableArray<BenchMethodPlan> Methods);

/// <summary>One method.</summary>
/// <param name="Method">Its name.</param>
/// <param name="Points">All.</param>
/// <param name="Missing">Those to be measured.</param>
/// <param name="CoreSeconds">An estimate for these on one core.</param>
/// <param name="IsMeasured">The estimate rests on points that are there.</param>
internal sealed record BenchMethodPlan(string Method, int Points, int Missing, double CoreSeconds, bool IsMeasured);
