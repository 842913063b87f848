using System.Buffers.Binary;
using System.IO.Compression;
using DiagCodec.Imaging.Files;

namespace DiagCodec.Imaging.Pictures;

/// <summary>Writes PNG pictures, grey, RGB or of few colours, not interlaced (PNG, third edition).</summary>
public static class PngEncoder
{
    private const int MostColours = 256;

    private const int IndexedColour = 3;

    internal static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', (byte)'\r', (byte)'\n', 0x1A, (byte)'\n'];

    /// <param name="output">Stays open.</param>
    /// <param name="width">1 or more.</param>
    /// <param name="height">1 or more.</param>
    /// <param name="format">How <paramref name="pixels"/> lie.</param>
    /// <param name="pixels">Row by row, without gaps.</param>
    /// <exception cref="ArgumentException"><paramref name="pixels"/> has another length than the size asks for.</exception>
    public static void Write(Stream output, int width, int height, PngPixelFormat format, ReadOnlySpan<byte> pixels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        var (pixelBytes, depth, colourType) = format switch
        {
            PngPixelFormat.Grey8 => (1, 8, 0),
            PngPixelFormat.Grey16 => (2, 16, 0),
            PngPixelFormat.Rgb8 => (3, 8, 2),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "unknown pixel format"),
        };
        if (pixels.Length != (long)width * height * pixelBytes)
        {
            throw new ArgumentException($"{width}x{height} {format} takes {(long)width * height * pixelBytes} bytes, found {pixels.Length}", nameof(pixels));
        }

        WriteHeader(output, width, height, depth, colourType);
        WriteChunk(output, "IDAT"u8, Compress(width * pixelBytes, pixelBytes, depth == 16, pixels));
        WriteChunk(output, "IEND"u8, []);
    }

    /// <param name="output">Stays open.</param>
    /// <param name="width">1 or more.</param>
    /// <param name="height">1 or more.</param>
    /// <param name="palette">1 to 256 colours: red, green, blue each.</param>
    /// <param name="indices">Into the palette, one byte a pixel, row by row, without gaps.</param>
    /// <exception cref="ArgumentException">The palette or the indices have another length, or an index is no colour of the palette.</exception>
    public static void WriteIndexed(Stream output, int width, int height, ReadOnlySpan<byte> palette, ReadOnlySpan<byte> indices)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        if (palette.Length is 0 or > MostColours * 3 || palette.Length % 3 != 0)
        {
            throw new ArgumentException($"a palette takes 3 bytes for each of 1 to {MostColours} colours, found {palette.Length}", nameof(palette));
        }

        if (indices.Length != (long)width * height)
        {
            throw new ArgumentException($"{width}x{height} takes {(long)width * height} indices, found {indices.Length}", nameof(indices));
        }

        if (indices.ContainsAnyExceptInRange((byte)0, (byte)((palette.Length / 3) - 1)))
        {
            throw new ArgumentException($"an index is none of {palette.Length / 3} colours", nameof(indices));
        }

        WriteHeader(output, width, height, 8, IndexedColour);
        WriteChunk(output, "PLTE"u8, palette);
        WriteChunk(output, "IDAT"u8, CompressIndices(width, indices));
        WriteChunk(output, "IEND"u8, []);
    }

    private static void WriteHeader(Stream output, int width, int height, int depth, int colourType)
    {
        output.Write(Signature);
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], height);
        header[8] = (byte)depth;
        header[9] = (byte)colourType;
        WriteChunk(output, "IHDR"u8, header);
    }

    /// <summary>Neighbouring indices do not predict each other: rows stay unfiltered, as the standard advises (12.7).</summary>
    private static ReadOnlySpan<byte> CompressIndices(int width, ReadOnlySpan<byte> indices)
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            for (var start = 0; start < indices.Length; start += width)
            {
                zlib.WriteByte(0);
                zlib.Write(indices.Slice(start, width));
            }
        }

        return compressed.GetBuffer().AsSpan(0, (int)compressed.Length);
    }

    private static ReadOnlySpan<byte> Compress(int rowBytes, int pixelBytes, bool swap, ReadOnlySpan<byte> pixels)
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            var (row, above) = (new byte[rowBytes], new byte[rowBytes]);
            var (scratch, filtered) = (new byte[rowBytes + 1], new byte[rowBytes + 1]);
            for (var start = 0; start < pixels.Length; start += rowBytes)
            {
                (row, above) = (above, row);
                CopyRow(pixels.Slice(start, rowBytes), swap, row);
                PngFilter.Best(row, start == 0 ? new byte[rowBytes] : above, pixelBytes, scratch, filtered);
                zlib.Write(filtered);
            }
        }

        return compressed.GetBuffer().AsSpan(0, (int)compressed.Length);
    }

    private static void CopyRow(ReadOnlySpan<byte> pixels, bool swap, Span<byte> row)
    {
        if (!swap)
        {
            pixels.CopyTo(row);
            return;
        }

        for (var i = 0; i < row.Length; i += 2)
        {
            (row[i], row[i + 1]) = (pixels[i + 1], pixels[i]);
        }
    }

    private static void WriteChunk(Stream output, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        output.Write(number);
        output.Write(type);
        output.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.Of(type, data));
        output.Write(number);
    }
}
