namespace DiagCodec.Imaging.Pictures;

/// <summary>Pictures of one kind go through one decoder run and come out in one pixel format.</summary>
internal enum PictureKind
{
    PngGrey8,
    PngGrey16,

    /// <summary>RGB, palette or any alpha, 8 bits.</summary>
    PngColour8,

    /// <summary>RGB or any alpha, 16 bits.</summary>
    PngColour16,

    /// <summary>Palette, 1 to 8 bits, where the numbers count and not the colours.</summary>
    PngNumbers,
    JpegGrey,
    JpegColour,
}
