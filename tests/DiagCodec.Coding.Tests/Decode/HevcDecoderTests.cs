using System.Security.Cryptography;
using DiagCodec.Coding.Decode;
using DiagCodec.Coding.Prepare;
using DiagCodec.Coding.Tests.Support;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Coding.Tests.Decode;

[Collection(ProcessTests.Name)]
public sealed class HevcDecoderTests
{
    private static readonly FrameFormat Format = new(512, 512, 8, ChromaFormat.Luma400);

    [Fact]
    public async Task Frames_come_in_order_and_the_hash_is_of_all_of_them()
    {
        var frames = RandomBytes(3 * Format.FrameBytes);
        using var program = new FakeProgram("cat");
        var seen = new MemoryStream();
        var hash = await Run(program, frames, 3, (i, f) =>
        {
            Assert.Equal(seen.Length, (long)i * Format.FrameBytes);
            seen.Write(f.Span);
        });
        Assert.Equal(frames, seen.ToArray());
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(frames)), hash);
        program.AssertGone();
    }

    [Theory]
    [InlineData(8, ChromaFormat.Luma400, "gray")]
    [InlineData(10, ChromaFormat.Luma400, "gray10le")]
    [InlineData(12, ChromaFormat.Luma400, "gray12le")]
    [InlineData(8, ChromaFormat.Chroma420, "yuv420p")]
    [InlineData(12, ChromaFormat.Chroma420, "yuv420p12le")]
    public async Task The_arguments_are_exactly_these(int depth, ChromaFormat chroma, string pixels)
    {
        using var odd = new OddCulture();
        var format = new FrameFormat(64, 64, depth, chroma);
        using var program = new FakeProgram("cat");
        await new HevcDecoder(program.Path).DecodeAsync(new MemoryStream(new byte[format.FrameBytes]), format, 1, (_, _) => { }, CancellationToken.None);
        Assert.Equal(
            ["-nostdin", "-v", "error", "-f", "hevc", "-i", "pipe:0", "-f", "rawvideo", "-fps_mode", "passthrough", "-pix_fmt", pixels, "pipe:1"],
            program.Arguments);
    }

    [Fact]
    public async Task Threads_are_those_asked_for_and_the_command_line_is_what_runs_without_folders()
    {
        using var program = new FakeProgram("cat");
        var decoder = new HevcDecoder(program.Path) { Threads = 3 };
        await decoder.DecodeAsync(new MemoryStream(new byte[Format.FrameBytes]), Format, 1, (_, _) => { }, CancellationToken.None);
        Assert.Equal(["-v", "error", "-threads", "3", "-f", "hevc"], program.Arguments[1..7]);
        Assert.Equal($"program {string.Join(' ', program.Arguments)}", decoder.CommandLine(Format));
    }

    [Theory]
    [InlineData("cat > /dev/null; echo 'bad nal' >&2", "0 of 3 frames", "bad nal")]
    [InlineData("echo 'bad nal' >&2; exit 1", "0 of 3 frames", "bad nal")]
    [InlineData("head -c 300000; cat >/dev/null; echo 'bad slice' >&2; exit 69", "1 of 3 frames", "bad slice")]
    [InlineData("head -c 786431; cat >/dev/null", "2 of 3 frames", "")]
    [InlineData("cat; printf x", "goes on after 3 frames", "")]
    public async Task Too_few_or_too_many_frames_are_told_with_ffmpegs_words(string script, string what, string words)
    {
        using var program = new FakeProgram(script);
        var e = await Assert.ThrowsAsync<VerificationException>(() => Run(program, RandomBytes(3 * Format.FrameBytes), 3));
        Assert.Contains(what, e.Message, StringComparison.Ordinal);
        Assert.Contains(words, e.Message, StringComparison.Ordinal);
        program.AssertGone();
    }

    [Theory]
    [InlineData("kill -9 $$", "137")]
    [InlineData("head -c 300000; kill -SEGV $$", "139")]
    [InlineData("exit 127", "127")]
    public async Task A_decoder_that_is_killed_or_cannot_run_says_nothing_against_the_video(string script, string code)
    {
        using var program = new FakeProgram(script);
        var e = await Assert.ThrowsAsync<ToolException>(() => Run(program, RandomBytes(3 * Format.FrameBytes), 3));
        Assert.Contains(code, e.Message, StringComparison.Ordinal);
        program.AssertGone();
    }

    [Fact]
    public async Task A_missing_ffmpeg_says_how_to_get_it()
    {
        var e = await Assert.ThrowsAsync<ToolException>(() =>
            new HevcDecoder("/nowhere/ffmpeg").DecodeAsync(new MemoryStream(), Format, 1, (_, _) => { }, CancellationToken.None));
        Assert.Contains("scripts/setup", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("touch started; sleep 600")]
    [InlineData("head -c 300000; touch started; sleep 600")]
    [InlineData("cat; touch started; sleep 600")]
    [InlineData("exec 1>&-; touch started; sleep 600")]
    public async Task A_cancelled_decoder_ends_at_once_and_leaves_no_process(string script)
    {
        using var program = new FakeProgram(script);
        using var cancellation = new CancellationTokenSource();
        var job = Task.Run(() => Run(program, RandomBytes(3 * Format.FrameBytes), 3, null, cancellation.Token));
        await program.Touched("started");
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => job);
        program.AssertGone();
    }

    [Fact]
    public async Task A_fault_in_a_frame_handler_ends_the_decoder()
    {
        using var program = new FakeProgram("cat; sleep 600");
        await Assert.ThrowsAsync<OutputException>(() => Run(program, RandomBytes(3 * Format.FrameBytes), 3, (_, _) => throw new OutputException("full")));
        program.AssertGone();
    }

    private static byte[] RandomBytes(int count)
    {
        var bytes = new byte[count];
        new Random(count).NextBytes(bytes);
        return bytes;
    }

    private static Task<string> Run(
        FakeProgram program, byte[] video, int frames, Action<int, ReadOnlyMemory<byte>>? onFrame = null, CancellationToken cancellation = default) =>
        new HevcDecoder(program.Path).DecodeAsync(new MemoryStream(video), Format, frames, onFrame ?? ((_, _) => { }), cancellation).WaitAsync(Requests.Watchdog, CancellationToken.None);
}
