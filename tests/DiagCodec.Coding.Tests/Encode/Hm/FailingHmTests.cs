using DiagCodec.Coding.Encode.Hm;
using DiagCodec.Coding.Plans;
using DiagCodec.Coding.Tests.Support;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Coding.Tests.Encode.Hm;

[Collection(ProcessTests.Name)]
public sealed class FailingHmTests
{
    [Theory]
    [InlineData("version; echo 'Error: Number of CTUs is wrong' >&2; exit 1", "exit code 1: Error: Number of CTUs is wrong")]
    [InlineData("version; echo 'Failed to open Input YUV file'; exit 1", "exit code 1: HM software", "Failed to open Input YUV file")]
    [InlineData("version; pictures; kill -9 $$", "ended by signal 9")]
    [InlineData("kill -SEGV $$", "ended by signal 11", "it said nothing")]
    [InlineData("exit 3", "exit code 3", "it said nothing")]
    [InlineData("printf 'two\\nlines\\n' >&2; exit 9", "two lines")]
    [InlineData("all; exit 1", "exit code 1")]
    public async Task A_crash_is_told_with_its_code_and_the_end_of_its_words(string script, params string[] parts) => await Fails(script, parts);

    [Theory]
    [InlineData("echo 'usage: other [options]'; exit 0", "does not say its version", "usage: other")]
    [InlineData("exit 0", "does not say its version", "it said nothing")]
    [InlineData("head -c 300000 /dev/urandom; reconstruct; stream", "does not say its version")]
    [InlineData("pictures; reconstruct; stream; summary", "does not say its version")]
    [InlineData("version 10.0; sleep 600", "HM 10.0: expected 16.14 or later")]
    public async Task Another_program_or_version_is_refused(string script, params string[] parts) => await Fails(script, parts);

    [Theory]
    [InlineData("version; pictures 1; sleep 600", "frame 0", "QP 33", "asked for was 32")]
    [InlineData("version; pictures | sed '2s/QP 32 )/QP 30 )/'; sleep 600", "frame 1", "QP 30", "asked for was 32")]
    [InlineData("version; pictures | head -n 2; reconstruct; stream; summary", "2 of 3 frames, not frame 2")]
    [InlineData("version; pictures; pictures; reconstruct; stream", "frame 0", "second time")]
    public async Task Frames_that_are_not_coded_as_asked_are_named(string script, params string[] parts) => await Fails(script, parts);

    [Theory]
    [InlineData("version; pictures; reconstruct", "wrote no video")]
    [InlineData("version; pictures; reconstruct; : > \"$video\"", "wrote no video")]
    [InlineData("version; pictures; reconstruct; echo hello > \"$video\"", "start code")]
    [InlineData("all; printf '\\0\\0\\0\\1' > \"$video\"", "4 bytes, HM says 10")]
    [InlineData("version; pictures; stream; summary", "no reconstruction")]
    [InlineData("version; pictures; stream; summary; head -c 13823 \"$input\" > \"$recon\"", "13823 bytes, 13824 expected for 3 frames")]
    [InlineData("all; cat \"$input\" >> \"$recon\"", "27648 bytes, 13824 expected for 3 frames")]
    public async Task Files_that_are_missing_or_not_whole_are_refused(string script, params string[] parts) => await Fails(script, parts);

    [Theory]
    [InlineData("version; echo \"error: Unknown option \\`CtuQpMap' (value:\\`$map')\" >&2; exit 1")]
    [InlineData("version; echo \"Unhandled argument ignored: \\`--CtuQpMap=$map'\" >&2; pictures; reconstruct; stream; summary")]
    [InlineData("version; echo \"Unknown option: CtuQpMap\"; sleep 600")]
    public async Task A_build_without_the_option_for_blocks_is_told(string script)
    {
        using var hm = new FakeHm(script);
        using var work = new TempFolder();
        var request = Requests.Of(Requests.Small(), work.Path);
        var map = HmJobs.Map(request.Frames.Format, [.. Enumerable.Repeat(new FrameQps(32, [-3, 3]), 3)]);
        var e = await Assert.ThrowsAsync<ToolException>(() => HmJobs.Run(hm, request with { Plan = request.Plan with { Map = map } }));
        Assert.Contains("has no option --CtuQpMap", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', e.Message);
        hm.AssertGone();
    }

    [Fact]
    public async Task Smaller_blocks_are_refused_before_anything_is_written()
    {
        using var hm = new FakeHm();
        using var work = new TempFolder();
        var request = Requests.Of(Requests.Small(), work.Path);
        var map = Maps.Random(1, request.Frames.Format, 3, 32);
        await Assert.ThrowsAsync<UsageException>(() => HmJobs.Run(hm, request with { Plan = request.Plan with { Map = map } }));
        Assert.Empty(work.Names());
    }

    [Fact]
    public async Task A_program_that_cannot_run_says_how_to_name_another()
    {
        using var work = new TempFolder();
        foreach (var path in (string[])["/nowhere/TAppEncoder", work.Path, work.Write("not-executable", "#!/bin/sh\n")])
        {
            var e = await Assert.ThrowsAsync<ToolException>(() =>
                new HmEncoder(new HmOptions { Program = path }).EncodeAsync(Requests.Of(Requests.Small(), work.Path), CancellationToken.None));
            Assert.Contains("--hm-path", e.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_work_folder_that_cannot_be_written_is_a_fault_of_the_output()
    {
        using var hm = new FakeHm();
        var e = await Assert.ThrowsAsync<OutputException>(() => HmJobs.Run(hm, Requests.Of(Requests.Small(), "/proc/1/nowhere")));
        Assert.Contains("TMPDIR", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_in_a_frame_handler_ends_HM()
    {
        using var hm = new FakeHm("version; reconstruct; sleep 600");
        using var work = new TempFolder();
        var request = Requests.Of(Requests.Large(), work.Path) with { OnReconstruction = (_, _) => throw new InvalidOperationException("mine") };
        await Assert.ThrowsAsync<InvalidOperationException>(() => HmJobs.Run(hm, request));
        hm.AssertGone();
    }

    [Theory]
    [InlineData("touch started; sleep 600")]
    [InlineData("touch started; sleep 600 & wait")]
    [InlineData("version; pictures; reconstruct; stream; touch started; sleep 600")]
    [InlineData("all; exec 1>&-; touch started; sleep 600")]
    [InlineData("trap '' TERM INT; touch started; while true; do sleep 1; done")]
    [InlineData("touch started; while true; do printf babble; done")]
    public async Task A_cancelled_HM_ends_at_once_and_leaves_no_process_and_no_frames(string script)
    {
        using var hm = new FakeHm(script);
        using var work = new TempFolder();
        using var cancellation = new CancellationTokenSource();
        var job = Task.Run(() => HmJobs.Run(hm, Requests.Of(Requests.Large(), work.Path), cancellation: cancellation.Token));
        await hm.Touched("started");
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => job);
        hm.AssertGone();
        Assert.Empty(work.Names().Except(["video.hevc"]));
    }

    private static async Task Fails(string script, string[] parts)
    {
        using var hm = new FakeHm(script);
        using var work = new TempFolder();
        var e = await Assert.ThrowsAsync<ToolException>(() => HmJobs.Run(hm, Requests.Of(Requests.Small(), work.Path)));
        Assert.All(parts, p => Assert.Contains(p, e.Message, StringComparison.Ordinal));
        Assert.DoesNotContain('\n', e.Message);
        hm.AssertGone();
    }
}
