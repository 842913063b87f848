using DiagCodec.EndToEnd.Support;

namespace DiagCodec.EndToEnd.Faults;

/// <summary>The encoder or the decoder is missing, dies or lies.</summary>
public sealed class BrokenEncoderTests
{
    [Theory]
    [InlineData(3, "kill -9 $$")]
    [InlineData(3, "head -c 5000 > /dev/null; kill -9 $$")]
    [InlineData(3, "head -c 5000 > /dev/null; echo out of memory >&2; exit 70")]
    [InlineData(3, "cat > /dev/null; exit 0")]
    [InlineData(3, "exec 0<&-; exit 2")]
    [InlineData(3, "cat; exit 0")]
    [InlineData(4, "cat > /dev/null; exit 4")]
    public async Task An_encoder_that_fails_ends_in_its_exit_code_and_leaves_nothing(int exitCode, string script)
    {
        using var scratch = new Scratch();
        var environment = new Dictionary<string, string>
        {
            ["TMPDIR"] = scratch.MakeFolder("tmp"),
            ["DIAGCODEC_HEVC_ENCODER"] = FakeProgram.Write(scratch.Path("encoder"), script),
        };
        var input = SmallInputs.Nifti(scratch, SyntheticVolume.Make(128, 128, 4));
        (await CliProcess.RunAsync(environment, "encode", input, "-o", scratch.Path("out.dgc"))).ShouldFailWith(exitCode);
        Assert.Equal(["encoder", "tmp", "volume.nii"], Folders.Entries(scratch.Folder));
    }

    [Fact]
    public async Task An_encoder_that_is_not_there_is_named_with_the_way_to_get_it()
    {
        using var scratch = new Scratch();
        var environment = new Dictionary<string, string> { ["DIAGCODEC_HEVC_ENCODER"] = scratch.Path("nowhere") };
        var result = await CliProcess.RunAsync(environment, "encode", SmallInputs.Nifti(scratch), "-o", scratch.Path("out.dgc"));
        Assert.Contains("scripts/setup", result.ShouldFailWith(3), StringComparison.Ordinal);
        Assert.Equal(3, (await CliProcess.RunAsync(environment, "doctor")).ExitCode);
    }

    [Theory]
    [InlineData(3, "kill -9 $$")]
    [InlineData(5, "cat > /dev/null; exit 1")]
    [InlineData(5, "cat > /dev/null; head -c 10000000 /dev/zero")]
    [InlineData(5, "cat > /dev/null; head -c 92160 /dev/zero")]
    public async Task A_decoder_that_dies_or_gives_other_frames_is_noticed_and_nothing_is_written(int exitCode, string script)
    {
        using var scratch = new Scratch();
        await CommandLine.EncodeAsync(SmallInputs.Nifti(scratch), scratch.Path("a.dgc"));
        FakeProgram.Write(Path.Combine(scratch.MakeFolder("bin"), "ffmpeg"), script);
        var environment = new Dictionary<string, string> { ["PATH"] = $"{scratch.Path("bin")}:{Environment.GetEnvironmentVariable("PATH")}" };
        (await CliProcess.RunAsync(environment, "decode", scratch.Path("a.dgc"), "-o", scratch.Path("out.nii"))).ShouldFailWith(exitCode);
        (await CliProcess.RunAsync(environment, "encode", scratch.Path("volume.nii"), "-o", scratch.Path("b.dgc"), "--verify")).ShouldFailWith(exitCode);
        Assert.Equal(["a.dgc", "bin", "bin/ffmpeg", "volume.nii"], Folders.Entries(scratch.Folder));
    }
}
