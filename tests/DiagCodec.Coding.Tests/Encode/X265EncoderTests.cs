using System.Security.Cryptography;
using DiagCodec.Coding.Encode;
using DiagCodec.Coding.Plans;
using DiagCodec.Coding.Prepare;
using DiagCodec.Coding.QpMaps;
using DiagCodec.Coding.Tests.Support;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Coding.Tests.Encode;

[Collection(ProcessTests.Name)]
public sealed class X265EncoderTests
{
    [Fact]
    public async Task A_run_gives_video_hash_statistics_and_every_frame_in_order()
    {
        using var program = new FakeProgram("cat; video; report");
        using var work = new TempFolder();
        var seen = new List<(int, string)>();
        var request = Requests.Of(Requests.Large(), work.Path) with { OnReconstruction = (i, f) => seen.Add((i, Hash(f.Span))) };
        var video = await new X265Encoder(program.Path).EncodeAsync(request, CancellationToken.None).WaitAsync(Requests.Watchdog);

        var expected = Requests.AllFrames(request.Frames);
        Assert.Equal((Hash(expected), 4L, "fake 1", "none", 3), (video.ReconstructionSha256, video.Bytes, video.Encoder, video.Options, video.Frames.Length));
        Assert.Equal("hevc", File.ReadAllText(video.Path));
        Assert.Equal(new FrameStatistics(2, "P", 32, 80, 4, null, 1.5), video.Frames[2]);
        Assert.Equal(Enumerable.Range(0, 3).Select(i => (i, Hash(expected.AsSpan(i * 512 * 512, 512 * 512)))), seen);
        program.AssertGone();
    }

    [Fact]
    public async Task The_arguments_are_exactly_these()
    {
        using var program = new FakeProgram("cat; video; report");
        using var work = new TempFolder();
        var request = Requests.Of(Volumes.Random(1, 75, 99, 2, SampleFormat.UInt16, 0, 4095), work.Path, 12, ChromaFormat.Chroma420);
        await new X265Encoder(program.Path).EncodeAsync(request, CancellationToken.None).WaitAsync(Requests.Watchdog);
        Assert.Equal(
            [
                "--width", "76", "--height", "100", "--depth", "12", "--chroma", "420", "--preset", "fast",
                "--qp-map", work.File("qp-map.csv"), "--output", work.File("video.hevc"), "--recon", "-",
                "--stats", work.File("statistics.jsonl"), "--frames", "2",
            ],
            program.Arguments);
    }

    [Theory]
    [InlineData(EncoderPreset.Fast, "fast")]
    [InlineData(EncoderPreset.Balanced, "balanced")]
    [InlineData(EncoderPreset.Best, "best")]
    public async Task Preset_threads_and_picture_hash_are_passed_on(EncoderPreset preset, string word)
    {
        using var odd = new OddCulture();
        using var program = new FakeProgram("cat; video; report");
        using var work = new TempFolder();
        var request = Requests.Of(Requests.Small(), work.Path);
        request = request with { Plan = request.Plan with { Preset = preset }, Threads = 3, PictureHash = true };
        await new X265Encoder(program.Path).EncodeAsync(request, CancellationToken.None).WaitAsync(Requests.Watchdog);
        Assert.Equal((word, "400"), (program.Argument("--preset"), program.Argument("--chroma")));
        Assert.Equal(["--threads", "3", "--picture-hash"], program.Arguments[^3..]);
    }

    [Fact]
    public async Task The_encoder_finds_the_plans_map_in_the_work_folder()
    {
        using var program = new FakeProgram("cat; video; report");
        using var work = new TempFolder();
        var request = Requests.Of(Requests.Large(), work.Path);
        var map = Maps.Random(4, request.Frames.Format, 3, 16);
        await new X265Encoder(program.Path).EncodeAsync(request with { Plan = request.Plan with { Map = map } }, CancellationToken.None);
        Maps.AssertSame(map, QpMapCsv.Parse(File.ReadAllText(program.Argument("--qp-map")), "map"));
    }

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
