using System.Collections.Immutable;

namespace DiagCodec.Networks.Weights;

/// <summary>One tensor as the header tells it; offsets count from the start of the byte buffer.</summary>
internal sealed record HeaderEntry(string Name, ElementType Type, ImmutableArray<long> Shape, long Begin, long End);
