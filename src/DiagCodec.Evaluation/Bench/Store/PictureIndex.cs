using System.Collections.Immutable;

namespace DiagCodec.Evaluation.Bench.Store;

/// <summary>The pictures of the last run; others may lie beside them from earlier experiments.</summary>
/// <param name="Keys">By case and method, both in the experiment's order.</param>
internal sealed record PictureIndex(ImmutableArray<string> Keys);
