using DiagCodec.Coding.Encode;
using DiagCodec.Coding.Plans;
using DiagCodec.Coding.Tests.Support;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Coding.Tests.Encode;

[Collection(ProcessTests.Name)]
public sealed class EncoderIdentityTests
{
    [Fact]
    public async Task It_is_what_the_encoder_says_of_itself()
    {
        using var program = new FakeProgram("cat; video; report");
        var identity = await EncoderIdentity.OfAsync(new X265Encoder(program.Path), EncoderPreset.Balanced, CancellationToken.None).WaitAsync(Requests.Watchdog);
        Assert.Equal("x265 Balanced fake 1 none", identity);
        Assert.Equal(("balanced", "1"), (program.Argument("--preset"), program.Argument("--frames")));
    }

    [Fact]
    public async Task An_encoder_that_fails_says_why()
    {
        using var program = new FakeProgram("echo broken >&2; exit 1");
        var fault = await Assert.ThrowsAsync<ToolException>(
            () => EncoderIdentity.OfAsync(new X265Encoder(program.Path), EncoderPreset.Fast, CancellationToken.None).WaitAsync(Requests.Watchdog));
        Assert.Contains("broken", fault.Message, StringComparison.Ordinal);
    }
}
