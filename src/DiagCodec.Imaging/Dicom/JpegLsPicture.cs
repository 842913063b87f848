using System.Runtime.InteropServices;
using DiagCodec.Imaging.Dicom.DataSets;
using DiagCodec.Imaging.Dicom.Gdcm;
using DiagCodec.Imaging.Dicom.Pixels;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Imaging.Dicom;

/// <summary>
/// Grey pictures as lossless JPEG-LS codestreams (ISO/IEC 14495-1, ITU-T T.87) by the CharLS in GDCM. A picture is rows * columns unsigned
/// samples, row by row, 1 byte each up to 8 bits, else 2 bytes little-endian.
/// </summary>
public static class JpegLsPicture
{
    private const int MostBits = 16;

    // Loading the native library and its dictionary takes longer than a slice.
    private static readonly Lazy<GdcmLibrary> Library = new(() => new GdcmLibrary());

    /// <param name="samples">The picture; at least 1024 samples, none above 2^bits - 1.</param>
    /// <param name="columns">1 or more.</param>
    /// <param name="rows">1 or more.</param>
    /// <param name="bits">2 to 16. The codestream itself says 16 where it is above 8: so GDCM writes it.</param>
    /// <exception cref="ToolException">GDCM is not installed, or cannot code it.</exception>
    public static byte[] Encode(ReadOnlySpan<byte> samples, int columns, int rows, int bits)
    {
        var layout = LayoutOf(columns, rows, bits);
        ArgumentOutOfRangeException.ThrowIfNotEqual(samples.Length, layout.FrameBytes, nameof(samples));
        var codestream = Library.Value.Encode(layout, TransferSyntaxes.JpegLsLossless, samples.ToArray())
            ?? throw new ToolException($"GDCM cannot code {columns}x{rows} pixels of {bits} bits as JPEG-LS");

        // DICOM fragments are even; the codestream ends with EOI.
        return codestream is [.. var whole, 0] && whole is [.., 0xFF, 0xD9] ? whole : codestream;
    }

    /// <param name="name">For messages.</param>
    /// <param name="codestream">The whole codestream.</param>
    /// <param name="columns">That it must have.</param>
    /// <param name="rows">That it must have.</param>
    /// <param name="bits">That it must have, 2 to 16.</param>
    /// <exception cref="InvalidInputException">It is broken or holds another picture.</exception>
    /// <exception cref="ToolException">GDCM is not installed.</exception>
    public static byte[] Decode(string name, ReadOnlyMemory<byte> codestream, int columns, int rows, int bits)
    {
        var layout = LayoutOf(columns, rows, bits);
        if (CodestreamHeader.Read(codestream.Span) is { } header
            && (header.Columns != columns || header.Rows != rows || (header.Precision != bits && header.Precision != layout.BitsAllocated)))
        {
            throw new InvalidInputException(
                $"{name}: holds {header.Columns}x{header.Rows} pixels of {header.Precision} bits, expected {columns}x{rows} of {bits}; code it again");
        }

        return Checked(name, Decode(name, codestream, layout), bits);
    }

    private static byte[] Decode(string name, ReadOnlyMemory<byte> codestream, PixelLayout layout)
    {
        try
        {
            return FrameDecoder.Decode(codestream, TransferSyntaxes.JpegLsLossless, layout, Library.Value).Samples;
        }
        catch (DicomFormatException e)
        {
            throw new InvalidInputException($"{name}: {e.Message}", e);
        }
    }

    private static byte[] Checked(string name, byte[] samples, int bits)
    {
        var largest = (ushort)((1 << bits) - 1);
        var above = bits > 8
            ? MemoryMarshal.Cast<byte, ushort>(samples).IndexOfAnyExceptInRange((ushort)0, largest)
            : samples.AsSpan().IndexOfAnyExceptInRange((byte)0, (byte)largest);
        return above < 0 ? samples : throw new InvalidInputException($"{name}: has samples above {largest}, expected {bits} bits; code it again");
    }

    private static PixelLayout LayoutOf(int columns, int rows, int bits)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(bits, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bits, MostBits);
        return new PixelLayout(columns, rows, 1, bits > 8 ? 16 : 8, bits, bits - 1, false, false);
    }
}
