using System.Runtime.InteropServices;
using DiagCodec.Coding.Prepare;
using DiagCodec.LearnedCodecs.Pictures;

namespace DiagCodec.LearnedCodecs.Archives;

/// <summary>Frames to pictures of one channel and back.</summary>
internal static class FramePicture
{
    public static Picture Of(ReadOnlySpan<byte> frame, FrameFormat format)
    {
        var samples = new ushort[format.LumaSamples];
        if (format.BytesPerSample == 2)
        {
            MemoryMarshal.Cast<byte, ushort>(frame)[..samples.Length].CopyTo(samples);
        }
        else
        {
            for (var i = 0; i < samples.Length; i++)
            {
                samples[i] = frame[i];
            }
        }

        return new Picture(format.Width, format.Height, 1, format.BitDepth, samples);
    }

    public static void Write(Picture picture, Span<byte> frame)
    {
        if (picture.BitDepth > 8)
        {
            picture.Samples.CopyTo(MemoryMarshal.Cast<byte, ushort>(frame));
            return;
        }

        for (var i = 0; i < picture.Samples.Length; i++)
        {
            frame[i] = (byte)picture.Samples[i];
        }
    }
}
