using System.Collections.Immutable;
using DiagCodec.Coding.Encode;
using DiagCodec.Coding.Plans;
using DiagCodec.Coding.Prepare;
using DiagCodec.Imaging.Files;

namespace DiagCodec.EndToEnd.QpExactness;

/// <summary>The QPs in the bitstream are those of the map: read back by a parser that shares nothing with the encoder.</summary>
public sealed class BlockQpTests
{
    [Theory]
    [InlineData(64, 12, 256, 192, EncoderPreset.Balanced)]
    [InlineData(32, 12, 256, 192, EncoderPreset.Balanced)]
    [InlineData(16, 12, 256, 192, EncoderPreset.Balanced)]
    [InlineData(64, 8, 200, 136, EncoderPreset.Best)]
    [InlineData(32, 10, 199, 131, EncoderPreset.Fast)]
    [InlineData(16, 8, 77, 70, EncoderPreset.Balanced)]
    public async Task Every_block_has_the_QP_of_the_map(int block, int bitDepth, int columns, int rows, EncoderPreset preset)
    {
        var random = new Random(block + bitDepth);
        var map = Map(block, columns, rows, [30, 27, 33], () => (sbyte)random.Next(-12, 13));
        await AssertFollowsAsync(map, bitDepth, columns, rows, preset, random, leastShare: 0.9);
    }

    [Theory]
    [InlineData(5, -12, 8)]
    [InlineData(0, 0, 12)]
    [InlineData(46, 12, 8)]
    [InlineData(51, 12, 12)]
    [InlineData(51, 0, 12)]
    public async Task Beyond_the_range_the_QP_is_clipped_as_promised(int frameQp, int offset, int bitDepth)
    {
        var map = Map(64, 128, 128, [frameQp, frameQp], () => (sbyte)offset);
        await AssertFollowsAsync(map, bitDepth, 128, 128, EncoderPreset.Fast, new Random(1), leastShare: 0.5);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(10)]
    public async Task Frame_QPs_of_the_pyramid_are_in_the_slice_headers(int frames)
    {
        var gop = GopStructure.LowDelay8;
        var map = Map(64, 128, 64, [.. Enumerable.Range(0, frames).Select(i => gop.FrameQp(27, i))], null);
        using var work = new WorkFolder();
        var video = await EncodeAsync(map, 12, 128, 64, EncoderPreset.Fast, new Random(frames), work.Path);
        Assert.Equal(map.Frames.Select(f => f.FrameQp), QpProbe.Read(video, 64).Select(f => f.SliceQp));
    }

    /// <param name="leastShare">Of blocks that must have coefficients: at the coarsest QPs even noise leaves some without.</param>
    private static async Task AssertFollowsAsync(
        QpMap map, int bitDepth, int columns, int rows, EncoderPreset preset, Random random, double leastShare)
    {
        using var work = new WorkFolder();
        var video = await EncodeAsync(map, bitDepth, columns, rows, preset, random, work.Path);
        var frames = QpProbe.Read(video, map.BlockSize);
        Assert.Equal(map.Frames.Length, frames.Length);
        map = map with { HighestCodedQp = QpMap.HighestCodedQpAt(bitDepth) };
        var compared = 0;
        for (var i = 0; i < frames.Length; i++)
        {
            Assert.Equal(map.BlocksPerFrame, frames[i].Blocks.Length);
            for (var b = 0; b < map.BlocksPerFrame; b++)
            {
                if (frames[i].Blocks[b] is { } qp)
                {
                    Assert.True(qp == map.AbsoluteQp(i, b), $"frame {i}, block {b}: QP {qp} where the map says {map.AbsoluteQp(i, b)}");
                    compared++;
                }
            }
        }

        Assert.InRange(compared, leastShare * map.Frames.Length * map.BlocksPerFrame, int.MaxValue);
    }

    private static QpMap Map(int block, int columns, int rows, int[] frameQps, Func<sbyte>? offset)
    {
        var (across, down) = (QpMap.BlocksAcross(columns, block), QpMap.BlocksAcross(rows, block));
        ImmutableArray<sbyte> Offsets() => offset is null ? [] : [.. Enumerable.Range(0, across * down).Select(_ => offset())];
        return new QpMap(block, across, down, [.. frameQps.Select(q => new FrameQps(q, Offsets()))]);
    }

    private static async Task<string> EncodeAsync(
        QpMap map, int bitDepth, int columns, int rows, EncoderPreset preset, Random random, string folder)
    {
        var volume = NoisyVolume.Of(columns, rows, map.Frames.Length, bitDepth, random);
        var frames = new FrameSequence(volume, SampleMappingChoice.For(volume, bitDepth, null), PaddingRuns.Find(volume), ChromaFormat.Luma400);
        var plan = new CodingPlan("test", 30, "flat", preset, map);
        var video = await new X265Encoder(X265Program.Find()).EncodeAsync(new EncodeRequest(frames, plan, folder), CancellationToken.None);
        return video.Path;
    }
}
