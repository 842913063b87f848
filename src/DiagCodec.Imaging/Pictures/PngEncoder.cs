using System.Buffers.Binary;
using System.IO.Compression;
using DiagCodec.Imaging.Files;

namespace DiagCodec.Imaging.Pictures;

/// <summary>Writes PNG pictures, grey or RGB, not interlaced (PNG, third edition).</summary>
public static class PngEncoder
{
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

        output.Write(Signature);
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], height);
        header[8] = (byte)depth;
        header[9] = (byte)colourType;
        WriteChunk(output, "IHDR"u8, header);
        WriteChunk(output, "IDAT"u8, Compress(width * pixelBytes, pixelBytes, depth == 16, pixels));
        WriteChunk(output, "IEND"u8, []);
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
