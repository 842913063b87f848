using DiagCodec.Coding.Plans;
using DiagCodec.Coding.Prepare;

namespace DiagCodec.Coding.Tests.Support;

/// <summary>QP maps from a seed.</summary>
internal static class Maps
{
    public static QpMap Random(int seed, FrameFormat format, int frames, int block, int reach = 51)
    {
        var random = new Random(seed);
        var (columns, rows) = (QpMap.BlocksAcross(format.Width, block), QpMap.BlocksAcross(format.Height, block));
        return new QpMap(block, columns, rows, [.. Enumerable.Range(0, frames).Select(_ => Frame(random, columns * rows, reach))]);
    }

    public static FrameFormat Frame(int seed)
    {
        var random = new Random(seed);
        return new FrameFormat(random.Next(64, 300), random.Next(64, 300), 8, ChromaFormat.Luma400);
    }

    /// <summary>Records compare arrays by identity; maps are equal when they say the same.</summary>
    public static void AssertSame(QpMap expected, QpMap found)
    {
        Assert.Equal((expected.BlockSize, expected.Columns, expected.Rows), (found.BlockSize, found.Columns, found.Rows));
        Assert.Equal(expected.Frames.Length, found.Frames.Length);
        foreach (var (a, b) in expected.Frames.Zip(found.Frames))
        {
            Assert.Equal(a.FrameQp, b.FrameQp);
            Assert.Equal([.. a.Offsets], (sbyte[])[.. b.Offsets]);
        }
    }

    private static FrameQps Frame(Random random, int blocks, int reach) => new(
        random.Next(0, 52),
        random.Next(4) == 0 ? [] : [.. Enumerable.Range(0, blocks).Select(_ => (sbyte)random.Next(-reach, reach + 1))]);
}
