namespace DiagCodec.Imaging.Pictures;

/// <summary>One picture file, looked at but not decoded.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Kind">Decides how it is decoded.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Length">Bytes from the start to the picture's end; what follows in the file is not the picture.</param>
/// <param name="HasColourPalette">Whether pixels are numbers of a palette that holds more than greys.</param>
internal sealed record Picture(string Path, PictureKind Kind, int Width, int Height, int Length, bool HasColourPalette = false)
{
    public bool IsJpeg => Kind is PictureKind.JpegGrey or PictureKind.JpegColour;

    public int Bits => Kind is PictureKind.PngGrey16 or PictureKind.PngColour16 ? 16 : 8;

    /// <exception cref="Faults.InvalidInputException">It is no picture that can be decoded.</exception>
    public static Picture Open(string path)
    {
        // Pictures above 2 GB are not pictures of slices.
        var length = new FileInfo(path).Length;
        if (length > Array.MaxLength)
        {
            throw PictureFault.Unsupported(path, $"a picture of {length} bytes is too large", "cut it into smaller ones");
        }

        var bytes = File.ReadAllBytes(path);
        var picture = PngStructure.IsPng(bytes) ? PngStructure.Read(path, bytes)
            : JpegStructure.IsJpeg(bytes) ? JpegStructure.Read(path, bytes)
            : throw PictureFault.Unsupported(path, "neither PNG nor JPEG inside", "give PNG or JPEG pictures");
        picture.CheckSize();
        return picture;
    }

    /// <summary>Refuses sizes that so few bytes cannot fill, before memory is taken for them.</summary>
    private void CheckSize()
    {
        // Deflate's highest ratio is 1032 (for 8 pixels a byte at most); JPEG's lowest cost is a bit for 64 pixels.
        var pixels = (long)Width * Height;
        if (Width < 1 || Height < 1 || Width > 65535 || Height > 65535 || pixels > Array.MaxLength / 8 || pixels > 8L * 1032 * Length)
        {
            throw PictureFault.Broken(Path, $"size is {Width}x{Height}, which {Length} bytes cannot hold or is too large");
        }
    }
}
