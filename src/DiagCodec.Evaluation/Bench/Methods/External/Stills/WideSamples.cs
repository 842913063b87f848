using System.Runtime.InteropServices;
using DiagCodec.Coding.Prepare;

namespace DiagCodec.Evaluation.Bench.Methods.External.Stills;

/// <summary>
/// Samples of 9 to 15 bits as 16 bits and back, the largest code becoming 65535. For programs that take a PGM whose largest value is 4095
/// for a dark one of 16 bits and lose its lowest bits, as cjxl 0.7 does (0 to 4095 come back within 8 even where it is told to be lossless).
/// </summary>
internal static class WideSamples
{
    private const int Bits = 16;
    private const uint Largest = (1 << Bits) - 1;

    /// <summary>The format of the widened frame, which only stills have.</summary>
    public static FrameFormat Of(FrameFormat format) => format with { BitDepth = Bits };

    /// <param name="frame">2 bytes a sample, little-endian.</param>
    /// <param name="format">Of the frame.</param>
    /// <param name="wide">As large as the frame.</param>
    public static void Widen(ReadOnlySpan<byte> frame, FrameFormat format, Span<byte> wide)
    {
        var from = MemoryMarshal.Cast<byte, ushort>(frame);
        var to = MemoryMarshal.Cast<byte, ushort>(wide);
        for (var i = 0; i < from.Length; i++)
        {
            to[i] = Scaled(from[i], Largest, (uint)format.LargestCode);
        }
    }

    /// <summary>In place; to the nearest code.</summary>
    public static void Narrow(Span<byte> frame, FrameFormat format)
    {
        foreach (ref var sample in MemoryMarshal.Cast<byte, ushort>(frame))
        {
            sample = Scaled(sample, (uint)format.LargestCode, Largest);
        }
    }

    private static ushort Scaled(uint sample, uint multiplier, uint divisor) => (ushort)(((sample * multiplier) + (divisor / 2)) / divisor);
}
