using System.Collections.Immutable;

namespace DiagCodec.Networks.Models;

/// <summary>The sizes of a network.</summary>
/// <param name="Kind">Which network.</param>
/// <param name="Widths">Channels of every level, finest first: 2 to 8 levels of 1 to 4096 channels, each a multiple of <paramref name="Groups"/>.</param>
/// <param name="Groups">Groups of the group normalisation, 1 or more.</param>
public sealed record NetworkLayout(NetworkKind Kind, ImmutableArray<int> Widths, int Groups)
{
    /// <summary>Width and height of what goes in are multiples of this: 2 to the number of halvings.</summary>
    public int Multiple => 1 << (Widths.Length - 1);
}
