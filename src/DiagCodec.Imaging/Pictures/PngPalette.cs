using System.Buffers.Binary;
using DiagCodec.Imaging.Files;

namespace DiagCodec.Imaging.Pictures;

/// <summary>
/// Palettes of PNG pictures. Label maps use them to colour numbers; with a palette in which number n is grey n, a decoder gives the
/// numbers.
/// </summary>
internal static class PngPalette
{
    private const int SignatureLength = 8;
    private const int ChunkOverhead = 12;
    private const byte Indexed = 3;

    /// <summary>Where the colour type stands: after signature, length, type, width, height and depth.</summary>
    private const int ColourTypeAt = SignatureLength + 17;

    /// <param name="png">Whole, with chunks whose lengths have been checked.</param>
    public static bool HasColours(ReadOnlySpan<byte> png)
    {
        if (png[ColourTypeAt] != Indexed)
        {
            return false;
        }

        var colours = png[Chunk(png, "PLTE"u8)];
        for (var i = 0; i + 2 < colours.Length; i += 3)
        {
            if (colours[i] != colours[i + 1] || colours[i] != colours[i + 2])
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The same picture with greys for colours: number n shows as grey n, opaque.</summary>
    /// <param name="png">As for <see cref="HasColours"/>; of a palette.</param>
    public static byte[] Numbered(ReadOnlySpan<byte> png)
    {
        using var numbered = new MemoryStream(png.Length);
        numbered.Write(png[..SignatureLength]);
        for (var at = SignatureLength; at < png.Length;)
        {
            var chunk = png.Slice(at, (int)BinaryPrimitives.ReadUInt32BigEndian(png[at..]) + ChunkOverhead);
            var type = chunk.Slice(4, 4);
            if (type.SequenceEqual("PLTE"u8))
            {
                WriteGreys(numbered);
            }
            else if (!type.SequenceEqual("tRNS"u8))
            {
                numbered.Write(chunk);
            }

            at += chunk.Length;
        }

        return numbered.ToArray();
    }

    /// <summary>The bytes of a chunk's data; empty where there is none of the type.</summary>
    private static Range Chunk(ReadOnlySpan<byte> png, ReadOnlySpan<byte> type)
    {
        for (var at = SignatureLength; at < png.Length;)
        {
            var length = (int)BinaryPrimitives.ReadUInt32BigEndian(png[at..]);
            if (png.Slice(at + 4, 4).SequenceEqual(type))
            {
                return (at + 8)..(at + 8 + length);
            }

            at += length + ChunkOverhead;
        }

        return 0..0;
    }

    /// <summary>All 256, so that a number beyond the picture's own palette stays what it is.</summary>
    private static void WriteGreys(MemoryStream png)
    {
        Span<byte> number = stackalloc byte[4];
        var greys = new byte[3 * (byte.MaxValue + 1)];
        for (var i = 0; i < greys.Length; i++)
        {
            greys[i] = (byte)(i / 3);
        }

        BinaryPrimitives.WriteInt32BigEndian(number, greys.Length);
        png.Write(number);
        png.Write("PLTE"u8);
        png.Write(greys);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.Of("PLTE"u8, greys));
        png.Write(number);
    }
}
