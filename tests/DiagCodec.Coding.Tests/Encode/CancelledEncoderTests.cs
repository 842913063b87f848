using DiagCodec.Coding.Encode;
using DiagCodec.Coding.Tests.Support;

namespace DiagCodec.Coding.Tests.Encode;

[Collection(ProcessTests.Name)]
public sealed class CancelledEncoderTests
{
    [Theory]
    [InlineData("touch started; sleep 600")]
    [InlineData("touch started; sleep 600 & wait")]
    [InlineData("head -c 300000; touch started; sleep 600")]
    [InlineData("cat; touch started; sleep 600")]
    [InlineData("cat >/dev/null; exec 1>&-; touch started; sleep 600")]
    [InlineData("trap '' TERM INT; touch started; while true; do sleep 1; done")]
    [InlineData("touch started; while true; do echo babble >&2; done")]
    [InlineData("touch started; while true; do echo babble; sleep 0.01; done")]
    public async Task A_cancelled_encoder_ends_at_once_and_leaves_no_process(string script)
    {
        using var program = new FakeProgram(script);
        using var work = new TempFolder();
        using var cancellation = new CancellationTokenSource();
        var job = Task.Run(() => new X265Encoder(program.Path).EncodeAsync(Requests.Of(Requests.Large(), work.Path), cancellation.Token));
        await program.Touched("started");
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => job.WaitAsync(Requests.Watchdog));
        program.AssertGone();
    }

    [Fact]
    public async Task A_job_cancelled_beforehand_ends_too()
    {
        using var program = new FakeProgram("sleep 600");
        using var work = new TempFolder();
        var job = Task.Run(() => new X265Encoder(program.Path).EncodeAsync(Requests.Of(Requests.Large(), work.Path), new CancellationToken(canceled: true)));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => job.WaitAsync(Requests.Watchdog));
        program.AssertGone();
    }

    [Fact]
    public async Task The_frames_can_be_used_again_at_once_after_a_failure()
    {
        using var program = new FakeProgram("head -c 1000; exit 1");
        using var work = new TempFolder();
        var request = Requests.Of(Requests.Large(), work.Path);
        var expected = Requests.AllFrames(request.Frames);
        for (var i = 0; i < 10; i++)
        {
            await Assert.ThrowsAnyAsync<Exception>(() => new X265Encoder(program.Path).EncodeAsync(request, CancellationToken.None).WaitAsync(Requests.Watchdog));
            Assert.Equal(expected, Requests.AllFrames(request.Frames));
        }
    }
}
