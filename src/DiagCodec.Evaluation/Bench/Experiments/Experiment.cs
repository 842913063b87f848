using System.Collections.Immutable;

namespace DiagCodec.Evaluation.Bench.Experiments;

/// <summary>What a bench measures: which cases are coded by which methods, and what judges them. docs/bench.md describes the file.</summary>
public sealed record Experiment
{
    public const int CurrentSchema = 1;

    /// <summary>Version of the document.</summary>
    public required int Schema { get; init; }

    /// <summary>Lower-case letters, digits and inner hyphens, at most 64.</summary>
    public required string Name { get; init; }

    /// <summary>A sentence for people: the headline of the report.</summary>
    public required string Title { get; init; }

    public required ExperimentData Data { get; init; }

    public required ExperimentTask Task { get; init; }

    /// <summary>Name of the method that others are compared with.</summary>
    public required string Anchor { get; init; }

    /// <summary>
    /// Name of the method that methods on the task's window are compared with: one that codes the window too. Null: the anchor, which
    /// has to code everything outside of the window as well.
    /// </summary>
    public string? WindowAnchor { get; init; }

    /// <summary>Name of a method, such as the best simple map, that policies and searches are compared with too; null for none.</summary>
    public string? SecondAnchor { get; init; }

    /// <summary>At least one, the anchor among them; names differ.</summary>
    public required ImmutableArray<MethodSetting> Methods { get; init; }

    /// <summary>Which slices the report shows; null: none.</summary>
    public PictureSetting? Pictures { get; init; }

    /// <summary>Names of published tables (data/experiments/papers.json) to set beside ours, in the order of the report.</summary>
    public ImmutableArray<PublishedTableUse> Tables { get; init; } = [];

    /// <summary>Of the bootstrap intervals.</summary>
    public ulong Seed { get; init; } = 1;
}
