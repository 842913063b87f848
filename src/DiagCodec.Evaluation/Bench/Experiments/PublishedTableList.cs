using System.Collections.Immutable;

namespace DiagCodec.Evaluation.Bench.Experiments;

/// <summary>The contents of papers.json.</summary>
/// <param name="Schema">Version of the document; <see cref="CurrentSchema"/>.</param>
/// <param name="Tables">With different names.</param>
internal sealed record PublishedTableList(int Schema, ImmutableArray<PublishedTable> Tables)
{
    public const int CurrentSchema = 1;
}
