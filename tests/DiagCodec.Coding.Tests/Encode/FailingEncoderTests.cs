using DiagCodec.Coding.Encode;
using DiagCodec.Coding.Tests.Support;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Coding.Tests.Encode;

[Collection(ProcessTests.Name)]
public sealed class FailingEncoderTests
{
    [Theory]
    [InlineData("echo 'no room in the DPB' >&2; exit 3", "exit code 3", "no room in the DPB")]
    [InlineData("head -c 5000 >/dev/null; echo 'oops' >&2; exit 2", "exit code 2", "oops")]
    [InlineData("cat; video; report; echo 'late' >&2; exit 70", "exit code 70", "late")]
    [InlineData("cat >/dev/null; exit 1", "exit code 1", "it said nothing")]
    [InlineData("kill -9 $$", "exit code 137", "")]
    [InlineData("printf 'two\\nlines\\n' >&2; exit 9", "two lines", "exit code 9")]
    public async Task A_crash_is_told_with_exit_code_and_words(string script, string code, string words)
    {
        foreach (var volume in Volumes())
        {
            var e = await Fails<ToolException>(script, volume);
            Assert.Contains(code, e.Message, StringComparison.Ordinal);
            Assert.Contains(words, e.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("exit 0")]
    [InlineData("video; report; exit 0")]
    [InlineData("head -c 100 >/dev/null; video; report; exit 0")]
    [InlineData("exec 0<&-; video; report; sleep 0.2; exit 0")]
    public async Task An_end_without_fault_before_all_frames_were_read_is_a_fault(string script)
    {
        foreach (var volume in Volumes())
        {
            await Fails<ToolException>(script, volume);
        }
    }

    [Fact]
    public async Task A_full_disk_is_a_fault_of_the_output()
    {
        foreach (var volume in Volumes())
        {
            var e = await Fails<OutputException>("head -c 4000 >/dev/null; echo 'No space left on device' >&2; exit 4", volume);
            Assert.Contains("No space left on device", e.Message, StringComparison.Ordinal);
            Assert.Contains("TMPDIR", e.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("cat >/dev/null; video; report", "0 of 3")]
    [InlineData("head -c 262144; cat >/dev/null; video; report", "1 of 3")]
    [InlineData("head -c 786431; cat >/dev/null; video; report", "2 of 3")]
    [InlineData("cat; printf x; video; report", "3 of 3")]
    [InlineData("cat; head -c 262144 /dev/zero; video; report", "4 of 3")]
    public async Task Another_number_of_reconstructed_frames_is_a_fault(string script, string count)
    {
        var e = await Fails<ToolException>(script, Requests.Large());
        Assert.Contains(count, e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("echo garbage > $stats")]
    [InlineData("printf '\\0\\0\\0' > $stats")]
    [InlineData(": > $stats")]
    [InlineData("report 2")]
    [InlineData("report 4")]
    [InlineData("report; sed -i '$d' $stats")]
    [InlineData("report; sed -i 's/^{\"frame\":1.*/null/' $stats")]
    [InlineData("report; sed -i 's/^{\"frame\":1.*/{}/' $stats")]
    [InlineData("report; sed -i 's/\"frame\":1/\"frame\":0/' $stats")]
    [InlineData("report; sed -i 's/\"type\":\"P\"/\"type\":7/' $stats")]
    [InlineData("report; sed -i 's/\"bits\":80/\"bits\":1e99/' $stats")]
    [InlineData("report; sed -i 's/\"encoder\":\"fake 1\",//' $stats")]
    [InlineData("report; echo '{\"frame\":' >> $stats")]
    [InlineData("report; echo '{\"summary\"' >> $stats")]
    public async Task Statistics_that_are_missing_or_garbage_are_the_encoders_fault(string script)
    {
        var e = await Fails<ToolException>("cat; video; " + script, Requests.Small());
        Assert.DoesNotContain('\n', e.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData(": > $output;")]
    public async Task A_missing_or_empty_video_is_the_encoders_fault(string script)
    {
        await Fails<ToolException>("cat; report; " + script, Requests.Small());
    }

    [Fact]
    public async Task A_program_that_is_missing_says_how_to_get_it()
    {
        using var work = new TempFolder();
        foreach (var path in (string[])["/nowhere/hevc-encoder", work.Path, work.Write("not-executable", "#!/bin/sh\n")])
        {
            var e = await Assert.ThrowsAsync<ToolException>(() =>
                new X265Encoder(path).EncodeAsync(Requests.Of(Requests.Small(), work.Path), CancellationToken.None));
            Assert.Contains("scripts/setup", e.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_fault_in_a_frame_handler_ends_the_encoder()
    {
        using var program = new FakeProgram("cat; sleep 600");
        using var work = new TempFolder();
        var request = Requests.Of(Requests.Large(), work.Path) with { OnReconstruction = (_, _) => throw new InvalidOperationException("mine") };
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            new X265Encoder(program.Path).EncodeAsync(request, CancellationToken.None).WaitAsync(Requests.Watchdog));
        program.AssertGone();
    }

    private static Volume[] Volumes() => [Requests.Small(), Requests.Large()];

    private static async Task<T> Fails<T>(string script, Volume volume)
        where T : Exception
    {
        using var program = new FakeProgram(script);
        using var work = new TempFolder();
        var e = await Assert.ThrowsAsync<T>(() =>
            new X265Encoder(program.Path).EncodeAsync(Requests.Of(volume, work.Path), CancellationToken.None).WaitAsync(Requests.Watchdog));
        program.AssertGone();
        return e;
    }
}
