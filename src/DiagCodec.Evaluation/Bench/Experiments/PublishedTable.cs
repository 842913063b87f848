using System.Collections.Immutable;

namespace DiagCodec.Evaluation.Bench.Experiments;

/// <summary>A table of a paper as it was printed.</summary>
/// <param name="Name">Such as dmic-1.</param>
/// <param name="Title">Such as: DMIC, Table I: BD-rate and BD-mIoU against HEVC.</param>
/// <param name="Source">Where it is printed.</param>
/// <param name="Columns">Heads of the columns after the first; at least one.</param>
/// <param name="Rows">In printed order.</param>
public sealed record PublishedTable(string Name, string Title, string Source, ImmutableArray<string> Columns, ImmutableArray<PublishedRow> Rows)
{
    /// <summary>What to know before comparing: misprints, other data, other metrics.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];
}
