using System.Collections.Immutable;

namespace DiagCodec.Segmentation.Infer;

/// <summary>Where tiles begin along one side of a slice.</summary>
public static class TileGrid
{
    /// <returns>Rising starts; the first is 0, the last tile ends at the border, neighbours share the overlap or more.</returns>
    public static ImmutableArray<int> Along(int length, TileOptions tiles)
    {
        if (length <= tiles.Size)
        {
            return [0];
        }

        var last = length - tiles.Size;
        var steps = (int)Math.Ceiling((double)last / (tiles.Size - tiles.Overlap));
        return [.. Enumerable.Range(0, steps + 1).Select(i => (int)((long)last * i / steps))];
    }
}
