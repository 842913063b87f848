using DiagCodec.EndToEnd.Support;

namespace DiagCodec.EndToEnd.Faults;

/// <summary>The user's HM is missing, fails, or is another program.</summary>
public sealed class BrokenHmTests
{
    [Theory]
    [InlineData("exit 0", "version")]
    [InlineData("kill -9 $$", "signal 9")]
    [InlineData("echo 'HM software: Encoder Version [10.0][Linux]'; sleep 300", "16.14 or later")]
    [InlineData("echo 'HM software: Encoder Version [16.25][Linux]'; echo 'Error: no room' >&2; exit 1", "Error: no room")]
    public async Task HM_that_fails_ends_in_exit_code_3_and_one_line_and_leaves_nothing(string script, string words)
    {
        using var scratch = new Scratch();
        var program = FakeProgram.Write(scratch.Path("TAppEncoder"), script);
        var environment = new Dictionary<string, string> { ["TMPDIR"] = scratch.MakeFolder("tmp"), ["DIAGCODEC_HM"] = program };
        var result = await CliProcess.RunAsync(environment, "encode", SmallInputs.Nifti(scratch), "-o", scratch.Path("out.dgc"), "--encoder", "hm");
        Assert.Contains(words, result.ShouldFailWith(3), StringComparison.Ordinal);
        Assert.Equal(["TAppEncoder", "tmp", "volume.nii"], Folders.Entries(scratch.Folder));
    }

    [Fact]
    public async Task HM_that_is_not_there_is_named_with_the_way_to_name_it()
    {
        using var scratch = new Scratch();
        var input = SmallInputs.Nifti(scratch);
        var unnamed = await CommandLine.RunAsync("encode", input, "-o", scratch.Path("out.dgc"), "--encoder", "hm", "--hm-path", scratch.Path("nowhere"));
        Assert.Contains("--hm-path", unnamed.ShouldFailWith(3), StringComparison.Ordinal);
        Assert.Equal(1, (await CommandLine.RunAsync("encode", input, "-o", scratch.Path("out.dgc"), "--hm-path", "x")).ExitCode);
        Assert.Equal(1, (await CommandLine.RunAsync("encode", input, "-o", scratch.Path("out.dgc"), "--encoder", "hm", "--hm-path", "/bin/true", "--hm-map-option", "/a/b")).ExitCode);
        Assert.Equal(["volume.nii"], Folders.Entries(scratch.Folder));
    }

    [Fact]
    public async Task Doctor_lists_HM_and_is_well_without_it()
    {
        using var scratch = new Scratch();
        var none = await CliProcess.RunAsync(new Dictionary<string, string> { ["DIAGCODEC_HM"] = "" }, "doctor");
        Assert.Contains("HM (optional)", none.ShouldSucceed().Out, StringComparison.Ordinal);

        var hm = FakeProgram.Write(scratch.Path("TAppEncoder"), "echo; echo 'HM software: Encoder Version [16.25] (including RExt)[Linux]'; exit 1");
        var some = await CliProcess.RunAsync(new Dictionary<string, string> { ["DIAGCODEC_HM"] = hm }, "doctor");
        Assert.Contains("HM 16.25, " + hm, some.ShouldSucceed().Out, StringComparison.Ordinal);

        var wrong = await CliProcess.RunAsync(new Dictionary<string, string> { ["DIAGCODEC_HM"] = scratch.Path("nowhere") }, "doctor");
        Assert.Equal(3, wrong.ExitCode);
    }
}
