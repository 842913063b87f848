using DiagCodec.Coding.Encode.Hm;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Evaluation.Tests.Bench.Methods.Hevc;

public sealed class HmMethodTests
{
    [SkippableFact]
    public async Task A_missing_HM_is_told_with_how_to_get_it()
    {
        Skip.IfNot(HmProgram.TryFind(null) is null, "HM is installed");
        var method = HevcCases.Method(HevcCases.Setting(codec: "hm"));
        var fault = await Assert.ThrowsAsync<ToolException>(() => method.IdentityAsync(CancellationToken.None));
        Assert.Contains("docs/hm.md", fault.Message, StringComparison.Ordinal);
        Assert.Contains("DIAGCODEC_HM", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
    }

    [SkippableFact]
    public async Task HM_codes_what_ffmpeg_decodes()
    {
        Skip.If(HmProgram.TryFind(null) is null, $"{HmProgram.Variable} names no HM");
        using var folder = new FreshFolder();
        var input = HevcCases.Phantom(3);
        var setting = HevcCases.Setting(codec: "hm");
        var coded = await HevcCases.EncodeAsync(setting, input, folder.Path);
        Assert.Equal(["video.hevc"], folder.Names());
        var (hash, _, _) = await HevcCases.DecodeAsync(HevcCases.Method(setting), folder.Path, input.Prepared.Frames.Format, 3);
        Assert.Equal(coded.ReconstructionSha256, hash);
        Assert.StartsWith("hm ", await HevcCases.Method(setting).IdentityAsync(CancellationToken.None), StringComparison.Ordinal);
    }
}
