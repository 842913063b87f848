using DiagCodec.Imaging.Pictures;

namespace DiagCodec.Evaluation.Reports.Pictures;

/// <summary>A picture inside the page itself (RFC 2397).</summary>
public static class PngDataUri
{
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="format">How the pixels lie.</param>
    /// <param name="pixels">Row by row.</param>
    public static string Of(int width, int height, PngPixelFormat format, ReadOnlySpan<byte> pixels)
    {
        using var png = new MemoryStream();
        PngEncoder.Write(png, width, height, format, pixels);
        return Of(png);
    }

    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="palette">Red, green, blue of every colour.</param>
    /// <param name="indices">Into the palette, row by row.</param>
    public static string Of(int width, int height, ReadOnlySpan<byte> palette, ReadOnlySpan<byte> indices)
    {
        using var png = new MemoryStream();
        PngEncoder.WriteIndexed(png, width, height, palette, indices);
        return Of(png);
    }

    private static string Of(MemoryStream png) => "data:image/png;base64," + Convert.ToBase64String(png.GetBuffer(), 0, (int)png.Length);
}
