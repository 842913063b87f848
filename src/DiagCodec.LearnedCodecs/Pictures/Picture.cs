namespace DiagCodec.LearnedCodecs.Pictures;

/// <summary>A picture in integers.</summary>
/// <param name="Width">Pixels, 1 or more.</param>
/// <param name="Height">Pixels, 1 or more.</param>
/// <param name="Channels">1 or 3.</param>
/// <param name="BitDepth">8 to 12; 8 for three channels.</param>
/// <param name="Samples">Channel by channel, row by row, 0 to 2^BitDepth - 1.</param>
public sealed record Picture(int Width, int Height, int Channels, int BitDepth, ushort[] Samples)
{
    /// <summary>The largest sample.</summary>
    public int Largest => (1 << BitDepth) - 1;
}
