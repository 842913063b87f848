using System.Runtime.InteropServices;
using DiagCodec.Coding.Prepare;
using DiagCodec.Evaluation.Bench.Methods.External.Stills;

namespace DiagCodec.Evaluation.Tests.Bench.Methods.External;

public class WideSamplesTests
{
    [Theory]
    [InlineData(10)]
    [InlineData(12)]
    public void EveryCodeComesBackAndTheLargestIsTheLargest(int bits)
    {
        var format = new FrameFormat(1 << bits, 1, bits, ChromaFormat.Luma400);
        var codes = Enumerable.Range(0, 1 << bits).Select(v => (ushort)v).ToArray();
        var frame = MemoryMarshal.AsBytes(codes.AsSpan()).ToArray();
        var wide = new byte[frame.Length];
        WideSamples.Widen(frame, format, wide);
        Assert.Equal(0, MemoryMarshal.Cast<byte, ushort>(wide)[0]);
        Assert.Equal(65535, MemoryMarshal.Cast<byte, ushort>(wide)[^1]);
        WideSamples.Narrow(wide, format);
        Assert.Equal(frame, wide);
    }

    [Fact]
    public void ValuesBetweenGoToTheNearestCode()
    {
        // 4095 / 65535 is 1 / 16.0037: 24 is 1.4996 codes, 25 is 1.562.
        var samples = new ushort[] { 7, 9, 24, 25, 65535 };
        WideSamples.Narrow(MemoryMarshal.AsBytes(samples.AsSpan()), new FrameFormat(5, 1, 12, ChromaFormat.Luma400));
        Assert.Equal(new ushort[] { 0, 1, 1, 2, 4095 }, samples);
    }
}
