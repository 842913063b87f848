using System.Runtime.InteropServices;

namespace DiagCodec.Coding.Prepare;

/// <summary>Puts a plane of code values into a frame that is as large or larger, repeating the last column and row; and takes it out again.</summary>
internal static class PlanePadding
{
    public static void Extend(ReadOnlySpan<ushort> plane, int width, int height, Span<byte> frame, int frameWidth, int frameHeight)
    {
        var sampleBytes = frame.Length / (frameWidth * frameHeight);
        var rowBytes = frameWidth * sampleBytes;
        for (var y = 0; y < frameHeight; y++)
        {
            if (y >= height)
            {
                frame.Slice((height - 1) * rowBytes, rowBytes).CopyTo(frame[(y * rowBytes)..]);
                continue;
            }

            var from = plane.Slice(y * width, width);
            var to = frame.Slice(y * rowBytes, rowBytes);
            if (sampleBytes == 1)
            {
                for (var x = 0; x < width; x++)
                {
                    to[x] = (byte)from[x];
                }

                to[width..].Fill(to[width - 1]);
            }
            else
            {
                var wide = MemoryMarshal.Cast<byte, ushort>(to);
                from.CopyTo(wide);
                wide[width..].Fill(wide[width - 1]);
            }
        }
    }

    public static void Crop(ReadOnlySpan<byte> frame, int frameWidth, int frameHeight, Span<ushort> plane, int width, int height)
    {
        var sampleBytes = frame.Length / (frameWidth * frameHeight);
        for (var y = 0; y < height; y++)
        {
            var from = frame.Slice(y * frameWidth * sampleBytes, width * sampleBytes);
            var to = plane.Slice(y * width, width);
            if (sampleBytes == 1)
            {
                for (var x = 0; x < width; x++)
                {
                    to[x] = from[x];
                }
            }
            else
            {
                MemoryMarshal.Cast<byte, ushort>(from).CopyTo(to);
            }
        }
    }
}
