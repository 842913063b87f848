namespace DiagCodec.Segmentation.Infer;

/// <summary>How a slice is cut for the network.</summary>
/// <param name="Size">Width and height of a tile, above <paramref name="Overlap"/>; slices up to this size are one tile.</param>
/// <param name="Overlap">Pixels that neighbouring tiles share, 0 or more.</param>
public sealed record TileOptions(int Size, int Overlap)
{
    public static TileOptions Default { get; } = new(768, 128);
}
