using DiagCodec.Coding.Decode;
using DiagCodec.Coding.Encode;
using DiagCodec.Coding.Plans;
using DiagCodec.Coding.Prepare;
using DiagCodec.Coding.Tests.Support;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Coding.Tests.RoundTrip;

/// <summary>The real encoder against two decoders that know nothing of it.</summary>
[Collection(ProcessTests.Name)]
public sealed class RoundTripTests
{
    public static TheoryData<int, int> Sizes => new() { { 1, 1 }, { 3, 3 }, { 52, 77 }, { 63, 65 }, { 64, 64 }, { 100, 37 }, { 130, 70 }, { 200, 136 } };

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task Both_decoders_give_the_encoders_reconstruction(int columns, int rows)
    {
        foreach (var (depth, chroma, frames) in ((int, ChromaFormat, int)[])
            [
                (8, ChromaFormat.Luma400, 9), (8, ChromaFormat.Chroma420, 1), (10, ChromaFormat.Luma400, 2), (10, ChromaFormat.Chroma420, 9),
                (12, ChromaFormat.Luma400, 1), (12, ChromaFormat.Luma400, 9), (12, ChromaFormat.Chroma420, 2),
            ])
        {
            var volume = Picture(columns, rows, frames, (1 << depth) - 1);
            await AssertAgree(Requests.Frames(volume, depth, chroma), frame => Requests.Plan(frame, 28));
        }
    }

    /// <summary>libx265 drifts from its own stream in pictures one CTU wide, which 64x64 slices once were.</summary>
    [Theory]
    [InlineData(64, 64)]
    [InlineData(20, 150)]
    public async Task Slices_one_CTU_wide_do_not_drift(int columns, int rows)
    {
        for (var seed = 0; seed < 6; seed++)
        {
            var volume = Picture(columns, rows, 9, 255, seed);
            await AssertAgree(Requests.Frames(volume, 8, ChromaFormat.Luma400), frame => Requests.Plan(frame, 28));
        }
    }

    [Theory]
    [InlineData(64, 8)]
    [InlineData(32, 8)]
    [InlineData(16, 8)]
    [InlineData(64, 12)]
    [InlineData(32, 12)]
    [InlineData(16, 12)]
    public async Task QPs_at_both_ends_with_offsets_beyond_them_decode_alike(int block, int depth)
    {
        foreach (var (size, reach) in (((int, int), int)[])[((130, 70), 51), ((64, 200), 12)])
        {
            var frames = Requests.Frames(Picture(size.Item1, size.Item2, 4, (1 << depth) - 1), depth, ChromaFormat.Luma400);
            var map = Maps.Random(block + depth, frames.Format, 4, block, reach);
            int[] qps = [0, 51, 51, 0];
            map = map with { Frames = [.. map.Frames.Select((f, i) => f with { FrameQp = qps[i] })] };
            await AssertAgree(frames, f => Requests.Plan(f, 0, map));
        }
    }

    [Theory]
    [InlineData(64)]
    [InlineData(32)]
    [InlineData(16)]
    public async Task A_block_with_a_lower_QP_is_coded_better_than_its_neighbour(int block)
    {
        var frames = Requests.Frames(Picture(256, 128, 2, 4095), 12, ChromaFormat.Luma400);
        var (columns, rows) = (256 / block, 128 / block);
        var offsets = Enumerable.Range(0, columns * rows).Select(i => (sbyte)(i % columns < columns / 2 ? -10 : 10));
        var map = new QpMap(block, columns, rows, [.. Enumerable.Repeat(new FrameQps(30, [.. offsets]), 2)]);
        var (video, given) = await Encode(frames, f => Requests.Plan(f, 30, map));
        using (video)
        {
            var source = Requests.AllFrames(frames);
            var (left, right) = (0.0, 0.0);
            for (var i = 0; i < source.Length / 2; i++)
            {
                var error = BitConverter.ToUInt16(source, 2 * i) - BitConverter.ToUInt16(given, 2 * i);
                _ = i % 256 < 128 ? left += error * error : right += error * error;
            }

            Assert.InRange(right / left, 10, 1000);
        }
    }

    [Fact]
    public async Task The_video_does_not_depend_on_threads_or_on_the_run()
    {
        var frames = Requests.Frames(Picture(200, 136, 5, 4095), 12, ChromaFormat.Luma400);
        var videos = new List<byte[]>();
        foreach (var threads in (int?[])[null, 1, 3])
        {
            using var work = new TempFolder();
            var request = new EncodeRequest(frames, Requests.Plan(frames, 30), work.Path) { Threads = threads };
            videos.Add(File.ReadAllBytes((await new X265Encoder(X265Program.Find()).EncodeAsync(request, CancellationToken.None)).Path));
        }

        Assert.Equal(videos[0], videos[1]);
        Assert.Equal(videos[0], videos[2]);
    }

    private static async Task AssertAgree(FrameSequence frames, Func<FrameSequence, CodingPlan> plan)
    {
        var (work, given) = await Encode(frames, plan);
        using (work)
        {
            var decoded = new MemoryStream();
            await using var video = File.OpenRead(work.File("video.hevc"));
            await new HevcDecoder().DecodeAsync(video, frames.Format, frames.Count, (_, f) => decoded.Write(f.Span), CancellationToken.None);
            Assert.True(given.AsSpan().SequenceEqual(decoded.ToArray()), $"ffmpeg differs: {frames.Format}, {frames.Count} frames");
            var other = await LibDe265.DecodeAsync(work.File("video.hevc"), frames.Format);
            Assert.True(other is null || given.AsSpan().SequenceEqual(other), $"libde265 differs: {frames.Format}, {frames.Count} frames");
        }
    }

    private static async Task<(TempFolder Work, byte[] Frames)> Encode(FrameSequence frames, Func<FrameSequence, CodingPlan> plan)
    {
        var work = new TempFolder();
        var given = new MemoryStream();
        var request = new EncodeRequest(frames, plan(frames), work.Path) { PictureHash = true, OnReconstruction = (_, f) => given.Write(f.Span) };
        var video = await new X265Encoder(X265Program.Find()).EncodeAsync(request, CancellationToken.None).WaitAsync(Requests.Watchdog);
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(given.ToArray())), video.ReconstructionSha256);
        return (work, given.ToArray());
    }

    /// <summary>Something like a slice: smooth, with an edge that moves and a little noise; the whole range is used.</summary>
    private static Volume Picture(int columns, int rows, int slices, int high, int seed = 1)
    {
        var random = new Random(seed);
        return Volumes.Of(columns, rows, SampleFormat.UInt16, [.. Enumerable.Range(0, slices).Select(z => Enumerable.Range(0, columns * rows).Select(i =>
        {
            var (x, y) = (i % columns, i / columns);
            var inside = (Math.Pow(x - 60 - z, 2) + Math.Pow(y - 40, 2)) < 900 ? 0.4 : 0;
            var value = (0.3 * x / columns) + (0.2 * y / rows) + inside + (random.NextDouble() * 0.1);
            return i == 0 ? 0 : i == 1 ? high : (int)(value * high);
        }).ToArray())]);
    }
}
