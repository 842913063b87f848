using System.Buffers.Binary;

namespace DiagCodec.Imaging.Dicom.Pixels;

/// <summary>RLE lossless (PS3.5 annex G): one PackBits segment for every byte of a sample, the most significant first.</summary>
internal static class RleFrame
{
    private const int HeaderBytes = 64;

    /// <summary>Null when the segments are broken or do not fill the frame.</summary>
    public static byte[]? Decode(PixelLayout layout, ReadOnlySpan<byte> frame)
    {
        var width = layout.BitsAllocated / 8;
        if (frame.Length < HeaderBytes || BinaryPrimitives.ReadUInt32LittleEndian(frame) != width)
        {
            return null;
        }

        // 2 bytes unpack to 128 at most, so a promise beyond that needs no memory.
        var pixels = layout.Columns * layout.Rows;
        if (pixels / 64 > frame.Length)
        {
            return null;
        }

        var samples = new byte[pixels * width];
        var plane = new byte[pixels];
        for (var segment = 0; segment < width; segment++)
        {
            var start = BinaryPrimitives.ReadUInt32LittleEndian(frame[(4 + (4 * segment))..]);
            var end = segment + 1 < width ? BinaryPrimitives.ReadUInt32LittleEndian(frame[(8 + (4 * segment))..]) : (uint)frame.Length;
            if (start < HeaderBytes || end > frame.Length || start > end || !Unpack(frame[(int)start..(int)end], plane))
            {
                return null;
            }

            for (var i = 0; i < pixels; i++)
            {
                samples[(i * width) + width - 1 - segment] = plane[i];
            }
        }

        return samples;
    }

    private static bool Unpack(ReadOnlySpan<byte> packed, Span<byte> plane)
    {
        var at = 0;
        while (plane.Length > 0 && at < packed.Length)
        {
            var count = (sbyte)packed[at++];
            var run = count >= 0 ? count + 1 : 1 - count;
            if (count == sbyte.MinValue)
            {
                continue;
            }

            if (run > plane.Length || at + (count >= 0 ? run : 1) > packed.Length)
            {
                return false;
            }

            if (count >= 0)
            {
                packed.Slice(at, run).CopyTo(plane);
                at += run;
            }
            else
            {
                plane[..run].Fill(packed[at++]);
            }

            plane = plane[run..];
        }

        return plane.Length == 0;
    }
}
