using System.Runtime.InteropServices;

namespace DiagCodec.Imaging.Pictures;

/// <summary>The luma of decoded pixels: 0.299 R + 0.587 G + 0.114 B (ITU-R BT.601), rounded.</summary>
internal static class LumaPixels
{
    /// <returns>Null when a pixel is transparent.</returns>
    public static byte[]? Of(PictureKind kind, byte[] pixels) => kind switch
    {
        PictureKind.JpegColour => pixels[..(pixels.Length / 3)],
        PictureKind.PngColour8 => OfRgba(pixels),
        PictureKind.PngColour16 => OfRgba16(pixels),
        _ => null,
    };

    private static byte[]? OfRgba(byte[] pixels)
    {
        var luma = new byte[pixels.Length / 4];
        for (var i = 0; i < luma.Length; i++)
        {
            var pixel = pixels.AsSpan(4 * i, 4);
            if (pixel[3] != byte.MaxValue)
            {
                return null;
            }

            luma[i] = (byte)Weigh(pixel[0], pixel[1], pixel[2]);
        }

        return luma;
    }

    private static byte[]? OfRgba16(byte[] pixels)
    {
        var samples = MemoryMarshal.Cast<byte, ushort>(pixels);
        var bytes = new byte[pixels.Length / 4];
        var luma = MemoryMarshal.Cast<byte, ushort>(bytes.AsSpan());
        for (var i = 0; i < luma.Length; i++)
        {
            var pixel = samples.Slice(4 * i, 4);
            if (pixel[3] != ushort.MaxValue)
            {
                return null;
            }

            luma[i] = (ushort)Weigh(pixel[0], pixel[1], pixel[2]);
        }

        return bytes;
    }

    private static int Weigh(int red, int green, int blue) => ((299 * red) + (587 * green) + (114 * blue) + 500) / 1000;
}
