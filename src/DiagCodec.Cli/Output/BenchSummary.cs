using System.Collections.Immutable;

namespace DiagCodec.Cli.Output;

/// <summary>What <c>bench --json</c> prints.</summary>
/// <param name="Experiment">Its name.</param>
/// <param name="Result">Path of bench.json.</param>
/// <param name="Part">Such as 1/4; left out for all.</param>
/// <param name="Cases">Cases of the part.</param>
/// <param name="Points">Points in all.</param>
/// <param name="Failed">Of these, those without figures.</param>
/// <param name="Methods">In the experiment's order.</param>
internal sealed record BenchSummary(
    string Experiment, string Result, string? Part, int Cases, int Points, int Failed, ImmutableArray<BenchMethodSummary> Methods);

/// <summary>One method.</summary>
internal sealed record BenchMethodSummary(string Method, int Points, int Failed);
