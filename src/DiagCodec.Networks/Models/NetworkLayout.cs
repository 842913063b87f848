using System.Collections.Immutable;

namespace DiagCodec.Networks.Models;

/// <summary>The sizes of a network.</summary>
/// <param name="Kind">Which network.</param>
/// <param name="Widths">Channels of every level, finest first: 2 to 8 levels of 1 to 4096 channels, each a multiple of <paramref name="Groups"/>.</param>
/// <param name="Blocks">Convolution blocks of every level, 1 to 8.</param>
/// <param name="Groups">Groups of the group normalisation, 1 or more.</param>
public sealed record NetworkLayout(NetworkKind Kind, ImmutableArray<int> Widths, int Blocks, int Groups);
