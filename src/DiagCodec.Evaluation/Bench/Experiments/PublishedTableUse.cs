using System.Collections.Immutable;

namespace DiagCodec.Evaluation.Bench.Experiments;

/// <summary>A published table set beside our figures.</summary>
/// <param name="Table">Name of the <see cref="PublishedTable"/>.</param>
/// <param name="Columns">
/// What of ours stands beside each of its columns, one word a column: bd-rate, bd-miou, parameters, allocate, encode, decode; or - for nothing.
/// </param>
/// <param name="Rows">Label of a row of the paper to name of our method; rows left out show that we have no such method here.</param>
public sealed record PublishedTableUse(string Table, ImmutableArray<string> Columns, ImmutableDictionary<string, string> Rows);
