using System.Security.Cryptography;
using DiagCodec.Coding.Encode;
using DiagCodec.Coding.Plans;
using DiagCodec.Coding.Prepare;
using DiagCodec.Coding.Tests.Support;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Coding.Tests.Encode.Hm;

[Collection(ProcessTests.Name)]
public sealed class HmEncoderTests
{
    [Fact]
    public async Task A_run_gives_video_hash_statistics_and_every_frame_in_order()
    {
        using var hm = new FakeHm();
        using var work = new TempFolder();
        var seen = new List<(int, string)>();
        var request = Requests.Of(Requests.Large(), work.Path) with { OnReconstruction = (i, f) => seen.Add((i, Hash(f.Span))) };
        var video = await HmJobs.Run(hm, request);

        var expected = Requests.AllFrames(request.Frames);
        Assert.Equal((Hash(expected), 10L, "HM 16.25"), (video.ReconstructionSha256, video.Bytes, video.Encoder));
        Assert.Equal(work.File("video.hevc"), video.Path);
        Assert.Equal(TimeSpan.FromSeconds(12.5), video.ProcessorTime);
        Assert.Equal(
            [new FrameStatistics(0, "I", 32, 8001, 0, null, 2000), new(1, "P", 32, 8002, 0, null, 2000), new(2, "P", 32, 8003, 0, null, 2000)],
            video.Frames.ToArray());
        Assert.Equal(Enumerable.Range(0, 3).Select(i => (i, Hash(expected.AsSpan(i * 512 * 512, 512 * 512)))), seen);
        Assert.Contains("Profile=main-RExt; ", video.Options, StringComparison.Ordinal);
        Assert.EndsWith("; --dQPFile=FILE", video.Options, StringComparison.Ordinal);
        Assert.DoesNotContain(work.Path, video.Options, StringComparison.Ordinal);
        Assert.Equal(["video.hevc"], work.Names());
        hm.AssertGone();
    }

    [Fact]
    public async Task The_arguments_are_exactly_these()
    {
        using var hm = new FakeHm();
        using var work = new TempFolder();
        await HmJobs.Run(hm, Requests.Of(Requests.Small(), work.Path));
        Assert.Equal(
            [
                "-c", work.File("hm.cfg"), $"--InputFile={work.File("frames.yuv")}", $"--BitstreamFile={work.File("video.hevc")}",
                $"--ReconFile={work.File("reconstruction.yuv")}", $"--dQPFile={work.File("dqps.txt")}",
            ],
            hm.Arguments);
        Assert.False(hm.Has("map"));
    }

    [Theory]
    [InlineData(8, ChromaFormat.Luma400, 76 * 99)]
    [InlineData(10, ChromaFormat.Luma400, 76 * 99 * 2)]
    [InlineData(12, ChromaFormat.Luma400, 76 * 99 * 2)]
    [InlineData(8, ChromaFormat.Chroma420, 76 * 100 * 3 / 2)]
    [InlineData(12, ChromaFormat.Chroma420, 76 * 100 * 3)]
    public async Task Frames_of_every_format_reach_HM_and_come_back(int depth, ChromaFormat chroma, int frameBytes)
    {
        using var hm = new FakeHm();
        using var work = new TempFolder();
        var request = Requests.Of(Volumes.Random(1, 76, 99, 3, depth == 8 ? SampleFormat.UInt8 : SampleFormat.UInt16, 0, (1 << depth) - 1), work.Path, depth, chroma);
        var video = await HmJobs.Run(hm, request with { PictureHash = true });
        Assert.Equal($"{3 * frameBytes}\n", hm.Kept("input-bytes"));
        Assert.Equal(Hash(Requests.AllFrames(request.Frames)), video.ReconstructionSha256);
        Assert.Equal(("76", $"{request.Frames.Format.Height}", "3", "1"), (hm.Setting("SourceWidth"), hm.Setting("SourceHeight"), hm.Setting("FramesToBeEncoded"), hm.Setting("SEIDecodedPictureHash")));
    }

    [Theory]
    [InlineData("flat", "0", "0\n0\n0\n")]
    [InlineData("step", "0", "0\n3\n3\n")]
    [InlineData("ldp8", "-1", "0\n0\n0\n")]
    public async Task The_plans_frame_QPs_become_base_QP_offsets_and_dQPs(string gop, string intraOffset, string deltas)
    {
        using var hm = new FakeHm();
        using var work = new TempFolder();
        var request = Requests.Of(Requests.Small(), work.Path);
        var plan = HmJobs.Plan(request.Frames.Format, 3, 27, gop);
        var video = await HmJobs.Run(hm, request with { Plan = plan });
        Assert.Equal(("27", intraOffset, deltas), (hm.Setting("QP"), hm.Setting("IntraQPOffset"), hm.Kept("dqps")));
        Assert.Equal(plan.Map.Frames.Select(f => (double)f.FrameQp), video.Frames.Select(f => f.Qp));
    }

    [Theory]
    [InlineData("--CtuQpMap", "--CtuQpMap")]
    [InlineData("RoiQps", "--RoiQps")]
    public async Task Block_offsets_go_through_the_option(string named, string option)
    {
        using var hm = new FakeHm();
        using var work = new TempFolder();
        var request = Requests.Of(Volumes.Random(1, 130, 70, 2, SampleFormat.UInt8, 0, 255), work.Path);
        var map = HmJobs.Map(request.Frames.Format, new FrameQps(32, [-6, 0, 12, 1, 2, 30]), new FrameQps(35, []));
        var video = await HmJobs.Run(hm, request with { Plan = request.Plan with { Map = map } }, named);
        Assert.Equal($"{option}={work.File("ctu-qps.txt")}", hm.Arguments[^1]);
        Assert.EndsWith($"; {option}=FILE", video.Options, StringComparison.Ordinal);
        if (option == "--CtuQpMap")
        {
            Assert.Equal("-6 0 12\n1 2 19\n0 0 0\n0 0 0\n", hm.Kept("map"));
        }
    }

    [Fact]
    public async Task Errors_are_counted_from_source_and_reconstruction_not_taken_from_the_log()
    {
        using var hm = new FakeHm("version; pictures; head -c $((72*64)) \"$input\" > \"$recon\"; head -c $((2*72*64)) /dev/zero >> \"$recon\"; stream; summary");
        using var work = new TempFolder();
        var request = Requests.Of(Requests.Small(), work.Path);
        var video = await HmJobs.Run(hm, request);
        var second = Requests.AllFrames(request.Frames)[(72 * 64)..(2 * 72 * 64)];
        var error = second.Sum(v => (double)v * v);
        Assert.Equal((0, null), (video.Frames[0].Sse, video.Frames[0].Psnr));
        Assert.Equal(error, video.Frames[1].Sse);
        Assert.Equal(10 * Math.Log10(255.0 * 255 * 72 * 64 / error), video.Frames[1].Psnr!.Value, 9);
    }

    [Fact]
    public async Task Frames_are_seen_while_HM_still_works()
    {
        using var hm = new FakeHm("version; head -c $((512*512)) \"$input\" > \"$recon\"; until [ -e seen ]; do sleep 0.02; done; all");
        using var work = new TempFolder();
        var request = Requests.Of(Requests.Large(), work.Path) with
        {
            OnReconstruction = (i, _) => File.WriteAllText(Path.Combine(Path.GetDirectoryName(hm.Path)!, "seen"), $"{i}"),
        };
        Assert.Equal(3, (await HmJobs.Run(hm, request)).Frames.Length);
    }

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
