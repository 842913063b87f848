using DiagCodec.Imaging.Dicom.DataSets;

namespace DiagCodec.Imaging.Dicom.Pixels;

/// <summary>Decodes one compressed frame, after comparing what the codestream says of itself with what the header says of it.</summary>
internal static class FrameDecoder
{
    private const int LongestPadding = 64;

    /// <summary>EOI of JPEG and JPEG-LS, EOC of JPEG 2000.</summary>
    private static ReadOnlySpan<byte> EndMarker => [0xFF, 0xD9];

    /// <returns>The samples, the layout in which their bits lie, and whether the codestream is a lossy one.</returns>
    /// <exception cref="DicomFormatException">It cannot be decoded.</exception>
    public static (byte[] Samples, PixelLayout Kept, bool IsLossy) Decode(
        ReadOnlyMemory<byte> codestream, string transferSyntax, PixelLayout layout, IDicomLibrary library)
    {
        if (transferSyntax == TransferSyntaxes.RleLossless)
        {
            return (RleFrame.Decode(layout, codestream.Span) ?? throw Broken(transferSyntax), layout, false);
        }

        if (!library.CanDecode(transferSyntax))
        {
            throw new DicomFormatException(
                $"is compressed as {TransferSyntaxes.Name(transferSyntax)}, which is not supported; decompress it first, with 'gdcmconv --raw' for instance");
        }

        var header = CodestreamHeader.Read(codestream.Span) ?? throw Broken(transferSyntax);
        if (header.Columns != layout.Columns || header.Rows != layout.Rows || header.Components != 1 || header.Precision > layout.BitsAllocated)
        {
            throw new DicomFormatException(
                $"promises {layout.Columns}x{layout.Rows} pixels of {layout.BitsStored} bits, but its compressed data holds "
                + $"{header.Columns}x{header.Rows}x{header.Components} of {header.Precision} bits; repair its header");
        }

        // Decoders fill up what is missing with grey and say nothing.
        var tail = codestream.Span[Math.Max(0, codestream.Length - LongestPadding)..];
        if (tail.IndexOf(EndMarker) < 0)
        {
            throw new DicomFormatException($"is cut short: its {TransferSyntaxes.Name(transferSyntax)} data has no end; get a whole copy of it");
        }

        var coded = layout with { BitsStored = header.Precision, HighBit = header.Precision - 1, IsSigned = header.IsSigned };
        var samples = library.Decode(coded, transferSyntax, codestream) ?? throw Broken(transferSyntax);
        return (samples, Kept(layout, header), !header.IsReversible);
    }

    /// <summary>
    /// A codestream that is not wider than Bits Stored lies at bit 0. When it calls samples unsigned that the header calls signed,
    /// the sign is the topmost bit of the codestream's own precision.
    /// </summary>
    private static PixelLayout Kept(PixelLayout layout, CodestreamHeader header)
    {
        if (header.Precision > layout.BitsStored)
        {
            return layout;
        }

        var bits = header.Is2000 && layout.IsSigned && !header.IsSigned ? header.Precision : layout.BitsStored;
        return layout with { BitsStored = bits, HighBit = bits - 1 };
    }

    private static DicomFormatException Broken(string transferSyntax) =>
        new($"has pixel data that cannot be decoded as {TransferSyntaxes.Name(transferSyntax)}; get a whole copy of it");
}
