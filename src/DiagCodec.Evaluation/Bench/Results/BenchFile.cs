using System.Collections.Immutable;
using DiagCodec.Evaluation.Bench.Experiments;

namespace DiagCodec.Evaluation.Bench.Results;

/// <summary>
/// bench.json: every raw point of an experiment with what it takes to trace it. Follows from data, options and versions alone, but for
/// the times. docs/bench.md describes it.
/// </summary>
public sealed record BenchFile
{
    public const int CurrentSchema = 1;

    /// <summary>Of the code values of methods on the window.</summary>
    private const int WindowBits = 8;

    public required int Schema { get; init; }

    /// <summary>Name and version of what measured.</summary>
    public required string Tool { get; init; }

    /// <summary>As it ran, with what the command line changed.</summary>
    public required Experiment Experiment { get; init; }

    /// <summary>Such as 1/4; null for all.</summary>
    public string? Part { get; init; }

    public required BenchModel Model { get; init; }

    /// <summary>In the experiment's order.</summary>
    public required ImmutableArray<BenchCase> Cases { get; init; }

    /// <summary>In the experiment's order, those left out for want of a program not among them.</summary>
    public required ImmutableArray<BenchMethod> Methods { get; init; }

    /// <summary>Command lines of the points, each once, in order of first use: encoders tell all their options, and most points share them.</summary>
    public required ImmutableArray<string> Commands { get; init; }

    /// <summary>By case, method and parameter, all in the experiment's order.</summary>
    public required ImmutableArray<BenchPoint> Points { get; init; }

    /// <summary>The published tables that the experiment names.</summary>
    public ImmutableArray<PublishedTable> Published { get; init; } = [];

    /// <summary>All cases have 8 bits and the window holds as many values, so that methods on the window code the full range.</summary>
    public bool IsWindowWhole => Cases.All(c => c.SourceBits <= WindowBits) && Model.Window.High - Model.Window.Low >= (1 << WindowBits) - 1;

    /// <summary>The command lines that coded and decoded one of the points; none where it failed.</summary>
    public IEnumerable<string> CommandsOf(BenchPoint point) => point.Figures?.Commands.Select(c => Commands[c]) ?? [];

    /// <summary>All that follows from data, options and versions.</summary>
    public BenchFile WithoutTimes() => this with { Points = [.. Points.Select(p => p with { Times = null })] };
}
