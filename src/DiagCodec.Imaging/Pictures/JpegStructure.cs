using System.Buffers.Binary;

namespace DiagCodec.Imaging.Pictures;

/// <summary>
/// Walks a JPEG file's markers (ITU-T T.81, annex B): size, kind and true end. Cameras append further pictures, and a preview can
/// hide in a segment; neither may be taken for the next slice.
/// </summary>
internal static class JpegStructure
{
    private const byte StartOfImage = 0xD8;
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;

    public static bool IsJpeg(ReadOnlySpan<byte> bytes) => bytes.StartsWith([(byte)0xFF, StartOfImage, (byte)0xFF]);

    public static Picture Read(string path, ReadOnlySpan<byte> bytes)
    {
        var frame = ReadOnlySpan<byte>.Empty;
        var at = 2;
        while (true)
        {
            var marker = NextMarker(path, bytes, ref at);
            if (marker == EndOfImage)
            {
                break;
            }

            if (bytes.Length - at < 2)
            {
                throw Truncated(path, bytes);
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);
            if (length < 2 || length > bytes.Length - at)
            {
                throw Truncated(path, bytes);
            }

            if (IsFrame(marker))
            {
                frame = CheckFrame(path, marker, bytes.Slice(at + 2, length - 2), seen: !frame.IsEmpty);
            }

            at += length;
            if (marker == StartOfScan)
            {
                SkipScan(bytes, ref at);
            }
        }

        if (frame.IsEmpty)
        {
            throw PictureFault.Broken(path, "it holds no frame header");
        }

        var height = BinaryPrimitives.ReadUInt16BigEndian(frame[1..]);
        var width = BinaryPrimitives.ReadUInt16BigEndian(frame[3..]);
        return new(path, frame[5] == 1 ? PictureKind.JpegGrey : PictureKind.JpegColour, width, height, at);
    }

    /// <summary>SOF0 to SOF15, without DHT, JPG and DAC, which share the range.</summary>
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static ReadOnlySpan<byte> CheckFrame(string path, byte marker, ReadOnlySpan<byte> frame, bool seen)
    {
        if (frame.Length < 6 || seen)
        {
            throw PictureFault.Broken(path, "its frame header is too short or there are two");
        }

        if (marker > 0xC2 || frame[0] != 8)
        {
            throw PictureFault.Unsupported(path, $"JPEG process {marker - 0xC0} with {frame[0]} bits (expected baseline or progressive, 8 bits)", "convert it to PNG first");
        }

        return frame[5] is 1 or 3
            ? frame
            : throw PictureFault.Unsupported(path, $"JPEG with {frame[5]} colour components, expected 1 or 3", "convert it to grey first");
    }

    private static byte NextMarker(string path, ReadOnlySpan<byte> bytes, ref int at)
    {
        if (at >= bytes.Length || bytes[at] != 0xFF)
        {
            throw Truncated(path, bytes);
        }

        while (at < bytes.Length && bytes[at] == 0xFF)
        {
            at++;
        }

        return at < bytes.Length ? bytes[at++] : throw Truncated(path, bytes);
    }

    /// <summary>To the next marker that is neither a stuffed zero nor a restart.</summary>
    private static void SkipScan(ReadOnlySpan<byte> bytes, ref int at)
    {
        while (at + 1 < bytes.Length && !(bytes[at] == 0xFF && bytes[at + 1] is not (0 or 0xFF or (>= 0xD0 and <= 0xD7))))
        {
            at++;
        }
    }

    private static Faults.InvalidInputException Truncated(string path, ReadOnlySpan<byte> bytes) =>
        PictureFault.Broken(path, $"its {bytes.Length} bytes end before the picture does, or a segment in them has a wrong length");
}
