using DiagCodec.EndToEnd.Support;

namespace DiagCodec.EndToEnd.Faults;

/// <summary>Names that shells and parsers trip over, links, and inputs with nothing in them.</summary>
public sealed class StrangeInputTests
{
    [Theory]
    [InlineData("two words; rm x")]
    [InlineData("100%20%s%n")]
    [InlineData("new\nline")]
    [InlineData("ünï 日本 \u202Eabc")]
    [InlineData("$(touch x) `y` 'z' \"w\"")]
    [InlineData("*?[a]{b}")]
    [InlineData("\u001b[31mred")]
    public async Task Any_file_name_goes_in_and_comes_out(string name)
    {
        using var scratch = new Scratch();
        var folder = scratch.MakeFolder(name);
        var input = SmallInputs.Dicom(scratch, SyntheticVolume.Make(80, 64, 2), Path.Combine(name, name));
        var archive = Path.Combine(folder, $"{name}.dgc");
        await CommandLine.EncodeAsync(input, archive, "--verify");
        await CommandLine.DecodeAsync(archive, Path.Combine(folder, $"{name} out"));
        Assert.Equal(2, Folders.Files(Path.Combine(folder, $"{name} out")).Length);

        var line = (await CommandLine.RunAsync("encode", Path.Combine(folder, "missing"), "-o", archive, "--overwrite")).ShouldFailWith(2);
        Assert.DoesNotContain(line, char.IsControl);
    }

    [Theory]
    [InlineData("-dash")]
    [InlineData("@at")]
    [InlineData("[suggest]")]
    [InlineData("--")]
    public async Task Names_that_look_like_options_are_names_after_two_dashes(string name)
    {
        using var scratch = new Scratch();
        SmallInputs.Nifti(scratch, SyntheticVolume.Make(80, 64, 2), $"{name}.nii");
        var environment = new Dictionary<string, string> { ["PWD"] = scratch.Folder };
        (await CliProcess.RunAsync(environment, "encode", $"--output=./{name}.dgc", "--preset", "fast", "--", $"{name}.nii")).ShouldSucceed();
        (await CliProcess.RunAsync(environment, "info", "--", $"{name}.dgc")).ShouldSucceed();
    }

    [Fact]
    public async Task A_name_that_begins_with_at_is_no_file_of_arguments()
    {
        using var scratch = new Scratch();
        await CommandLine.EncodeAsync(SmallInputs.Nifti(scratch), scratch.Path("a.dgc"));
        await File.WriteAllTextAsync(scratch.Path("arguments"), "a.dgc\n");
        var environment = new Dictionary<string, string> { ["PWD"] = scratch.Folder };
        Assert.Contains("@arguments", (await CliProcess.RunAsync(environment, "info", "@arguments")).ShouldFailWith(2), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_are_followed_and_a_circle_of_them_ends()
    {
        using var scratch = new Scratch();
        var real = SmallInputs.Dicom(scratch, SyntheticVolume.Make(80, 64, 3));
        Directory.CreateSymbolicLink(scratch.Path("link"), real);
        Directory.CreateSymbolicLink(scratch.Path("out-link"), scratch.MakeFolder("out"));
        await CommandLine.EncodeAsync(real, scratch.Path("plain.dgc"));
        await CommandLine.EncodeAsync(scratch.Path("link"), scratch.Path("out-link", "linked.dgc"));
        Assert.Equal(Folders.Hash(scratch.Path("plain.dgc")), Folders.Hash(scratch.Path("out", "linked.dgc")));

        Directory.CreateSymbolicLink(Path.Combine(real, "circle"), real);
        await CommandLine.EncodeAsync(real, scratch.Path("circle.dgc"));
        Assert.Equal(Folders.Hash(scratch.Path("plain.dgc")), Folders.Hash(scratch.Path("circle.dgc")));
    }

    [SkippableFact]
    public async Task A_read_only_input_is_enough()
    {
        using var scratch = new Scratch();
        await using var disk = await TemporaryDisk.MountAsync(1000);
        foreach (var file in Folders.Files(SmallInputs.Dicom(scratch)))
        {
            File.Copy(file, Path.Combine(disk.Folder, Path.GetFileName(file)));
        }

        await disk.MakeReadOnlyAsync();
        await CommandLine.EncodeAsync(disk.Folder, scratch.Path("out.dgc"));
        (await CommandLine.RunAsync("encode", disk.Folder, "-o", Path.Combine(disk.Folder, "out.dgc"))).ShouldFailWith(4);
    }

    [Theory]
    [InlineData("empty")]
    [InlineData("nested/empty")]
    [InlineData("text")]
    [InlineData("missing")]
    [InlineData("text/readme.txt")]
    [InlineData("zero.nii")]
    [InlineData("zero.nii.gz")]
    [InlineData("zero.y4m")]
    [InlineData("zero.png")]
    [InlineData("zero.zip")]
    [InlineData("zero.dcm")]
    [InlineData("zero.dgc")]
    public async Task Inputs_with_nothing_in_them_are_refused(string input)
    {
        using var scratch = new Scratch();
        scratch.MakeFolder("empty");
        scratch.MakeFolder("nested", "empty");
        await File.WriteAllTextAsync(Path.Combine(scratch.MakeFolder("text"), "readme.txt"), "nothing to see");
        foreach (var name in (string[])["zero.nii", "zero.nii.gz", "zero.y4m", "zero.png", "zero.zip", "zero.dcm", "zero.dgc"])
        {
            await File.WriteAllBytesAsync(scratch.Path(name), []);
        }

        var before = Folders.Entries(scratch.Folder);
        (await CommandLine.RunAsync("encode", scratch.Path(input), "-o", scratch.Path("out.dgc"))).ShouldFailWith(2);
        (await CommandLine.RunAsync("decode", scratch.Path(input), "-o", scratch.Path("out"))).ShouldFailWith(2);
        Assert.Equal(before, Folders.Entries(scratch.Folder));
    }
}
