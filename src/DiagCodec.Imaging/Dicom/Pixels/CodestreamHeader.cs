using System.Buffers.Binary;

namespace DiagCodec.Imaging.Dicom.Pixels;

/// <summary>
/// What a compressed frame says of itself. A native decoder that is promised one size and finds another may write past its buffer,
/// so the two are compared before it is called.
/// </summary>
internal sealed record CodestreamHeader(long Columns, long Rows, int Components, int Precision, bool IsSigned, bool IsReversible, bool Is2000)
{
    /// <summary>JPEG and JPEG-LS (the frame header, T.81 B.2.2) or JPEG 2000 (the SIZ and COD segments, T.800 A.5.1, A.6.1); null for anything else.</summary>
    public static CodestreamHeader? Read(ReadOnlySpan<byte> codestream)
    {
        try
        {
            return codestream switch
            {
                [0xFF, 0xD8, ..] => ReadJpeg(codestream),
                [0xFF, 0x4F, 0xFF, 0x51, ..] => ReadJpeg2000(codestream),
                _ => null,
            };
        }
        catch (Exception e) when (e is ArgumentOutOfRangeException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    private static CodestreamHeader? ReadJpeg(ReadOnlySpan<byte> bytes)
    {
        var at = 2;
        while (at + 4 <= bytes.Length && bytes[at] == 0xFF)
        {
            var marker = bytes[at + 1];
            var segment = bytes[(at + 2)..];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            var isFrame = marker is (>= 0xC0 and <= 0xCF and not 0xC4 and not 0xC8 and not 0xCC) or 0xF7;
            if (isFrame)
            {
                return new CodestreamHeader(Word(segment, 5), Word(segment, 3), segment[7], segment[2], false, marker is 0xC3 or 0xF7, false);
            }

            at += 2 + Word(segment, 0);
        }

        return null;
    }

    private static CodestreamHeader? ReadJpeg2000(ReadOnlySpan<byte> bytes)
    {
        var size = bytes[4..];
        var columns = Long(size, 4) - Long(size, 12);
        var rows = Long(size, 8) - Long(size, 16);
        var components = Word(size, 36);
        var depth = size[38];
        var subsampled = size[39] != 1 || size[40] != 1;
        var at = 4 + Word(size, 0);
        while (at + 4 <= bytes.Length && bytes[at] == 0xFF && bytes[at + 1] != 0x90)
        {
            if (bytes[at + 1] == 0x52)
            {
                var isReversible = bytes[at + 13] == 1;
                return subsampled ? null : new CodestreamHeader(columns, rows, components, (depth & 0x7F) + 1, depth >> 7 == 1, isReversible, true);
            }

            at += 2 + Word(bytes, at + 2);
        }

        return null;
    }

    private static int Word(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);

    private static long Long(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
}
