using System.Collections.Immutable;
using DiagCodec.Evaluation.Bench.Results;

namespace DiagCodec.Evaluation.Bench.Run;

/// <summary>What became of a point.</summary>
/// <param name="Point">For bench.json; its figures name no command lines yet.</param>
/// <param name="Commands">That coded and decoded; empty where it failed.</param>
internal sealed record PointOutcome(BenchPoint Point, ImmutableArray<string> Commands)
{
    /// <summary>A point that failed.</summary>
    public static PointOutcome Failed(BenchPoint point) => new(point, []);

    /// <summary>The point with its command lines in the list of a bench.json.</summary>
    public BenchPoint In(CommandList commands) => commands.Add(Point, Commands);
}
