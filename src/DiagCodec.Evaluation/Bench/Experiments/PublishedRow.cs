using System.Collections.Immutable;

namespace DiagCodec.Evaluation.Bench.Experiments;

/// <summary>A row of a published table.</summary>
/// <param name="Label">First cell, as printed.</param>
/// <param name="Values">One a column; null where the paper prints none.</param>
public sealed record PublishedRow(string Label, ImmutableArray<double?> Values);
