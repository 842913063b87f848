using DiagCodec.Imaging.Faults;

namespace DiagCodec.Coding.Prepare;

/// <summary>Size and layout of one frame: planar, 1 byte a sample at 8 bits, else 2 bytes little-endian.</summary>
/// <param name="Width">Samples in a luma row.</param>
/// <param name="Height">Luma rows.</param>
/// <param name="BitDepth">8, 10 or 12.</param>
/// <param name="Chroma">4:0:0 or 4:2:0.</param>
public sealed record FrameFormat(int Width, int Height, int BitDepth, ChromaFormat Chroma)
{
    /// <summary>
    /// Narrower slices are padded to this and cropped after decoding. libx265 (3.5) takes no picture narrower than one CTU of 64, and
    /// in pictures just one CTU wide its references differ from any decoder's at their right edge, so that P frames drift.
    /// </summary>
    public const int SmallestWidth = 72;

    /// <summary>One CTU: lower slices are padded to it and cropped after decoding.</summary>
    public const int SmallestHeight = 64;

    /// <summary>H.265 level 6.2 ends at 8192x4320; a side of 8192 is more than any CT or MR slice has.</summary>
    public const int LargestSide = 8192;

    /// <summary>The largest luma picture of H.265 level 6.2 (Table A.8), and all that the encoder takes.</summary>
    public const int LargestPicture = 35_651_584;

    public int BytesPerSample => BitDepth > 8 ? 2 : 1;

    public int LumaSamples => Width * Height;

    public int ChromaWidth => Chroma == ChromaFormat.Chroma420 ? (Width + 1) / 2 : 0;

    public int ChromaHeight => Chroma == ChromaFormat.Chroma420 ? (Height + 1) / 2 : 0;

    /// <summary>Samples of one chroma plane; 0 without chroma.</summary>
    public int ChromaSamples => ChromaWidth * ChromaHeight;

    public int FrameBytes => (LumaSamples + (2 * ChromaSamples)) * BytesPerSample;

    public int LargestCode => (1 << BitDepth) - 1;

    /// <summary>The size that is really coded for slices of this size: no smaller than x265 codes rightly, even where chroma is halved.</summary>
    public FrameFormat Coded()
    {
        var step = Chroma == ChromaFormat.Chroma420 ? 1 : 0;
        return this with
        {
            Width = Math.Max(SmallestWidth, (Width + step) & ~step),
            Height = Math.Max(SmallestHeight, (Height + step) & ~step),
        };
    }

    /// <exception cref="InvalidInputException">A side or the bit depth is out of range.</exception>
    public void Validate(string source)
    {
        if (Width is < 1 or > LargestSide || Height is < 1 or > LargestSide)
        {
            throw new InvalidInputException($"{source}: slices of {Width}x{Height} pixels cannot be coded; sides of 1 to {LargestSide} can");
        }

        var coded = Coded();
        if (coded.LumaSamples > LargestPicture)
        {
            throw new InvalidInputException($"{source}: slices of {Width}x{Height} pixels cannot be coded; up to {LargestPicture} pixels can");
        }

        if (BitDepth is not (8 or 10 or 12))
        {
            throw new InvalidInputException($"{source}: bit depth {BitDepth} cannot be coded; 8, 10 and 12 can");
        }
    }
}
