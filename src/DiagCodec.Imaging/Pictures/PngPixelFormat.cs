namespace DiagCodec.Imaging.Pictures;

/// <summary>How pixels lie in memory for <see cref="PngEncoder"/>.</summary>
public enum PngPixelFormat
{
    /// <summary>One byte a pixel.</summary>
    Grey8,

    /// <summary>Two bytes a pixel, little-endian as in a volume.</summary>
    Grey16,

    /// <summary>Three bytes a pixel: red, green, blue.</summary>
    Rgb8,
}
