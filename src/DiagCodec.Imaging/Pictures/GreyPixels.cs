using System.Runtime.InteropServices;

namespace DiagCodec.Imaging.Pictures;

/// <summary>The grey values of decoded pixels; colour is taken only where it shows none.</summary>
internal static class GreyPixels
{
    /// <returns>Null when a pixel is coloured or transparent.</returns>
    public static byte[]? Of(PictureKind kind, byte[] pixels) => kind switch
    {
        PictureKind.PngColour8 or PictureKind.PngNumbers => OfRgba<byte>(pixels, byte.MaxValue),
        PictureKind.PngColour16 => OfRgba<ushort>(pixels, ushort.MaxValue),
        PictureKind.JpegColour => OfYcc(pixels),
        _ => [.. pixels],
    };

    private static byte[]? OfRgba<T>(byte[] pixels, T opaque)
        where T : unmanaged, IEquatable<T>
    {
        var samples = MemoryMarshal.Cast<byte, T>(pixels);
        var grey = new byte[pixels.Length / 4];
        var values = MemoryMarshal.Cast<byte, T>(grey.AsSpan());
        for (var i = 0; i < values.Length; i++)
        {
            var pixel = samples.Slice(4 * i, 4);
            if (!pixel[0].Equals(pixel[1]) || !pixel[0].Equals(pixel[2]) || !pixel[3].Equals(opaque))
            {
                return null;
            }

            values[i] = pixel[0];
        }

        return grey;
    }

    /// <summary>Three planes; both chroma planes are 128 everywhere exactly when R = G = B everywhere.</summary>
    private static byte[]? OfYcc(byte[] planes)
    {
        var size = planes.Length / 3;
        return planes.AsSpan(size).ContainsAnyExcept((byte)128) ? null : planes[..size];
    }
}
