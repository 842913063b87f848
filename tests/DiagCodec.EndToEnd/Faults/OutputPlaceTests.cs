using DiagCodec.EndToEnd.Support;

namespace DiagCodec.EndToEnd.Faults;

/// <summary>Outputs that cannot be written where the user wants them: said before the long work, exit code 4, nothing touched.</summary>
public sealed class OutputPlaceTests(GoodArchive good) : IClassFixture<GoodArchive>
{
    [Theory]
    [InlineData("missing/out.dgc")]
    [InlineData("file/out.dgc")]
    [InlineData("folder")]
    [InlineData("full")]
    public async Task Encode_refuses_a_place_that_cannot_take_the_archive(string place)
    {
        using var scratch = Prepared();
        var before = Folders.Entries(scratch.Folder);
        foreach (var overwrite in (string[][])[[], ["--overwrite"]])
        {
            (await CommandLine.RunAsync(["encode", scratch.Path("in.nii"), "-o", scratch.Path(place), .. overwrite])).ShouldFailWith(4);
            Assert.Equal(before, Folders.Entries(scratch.Folder));
        }
    }

    [Theory]
    [InlineData("missing/out")]
    [InlineData("file/out")]
    [InlineData("file")]
    public async Task Decode_refuses_a_place_that_cannot_take_the_folder(string place)
    {
        using var scratch = Prepared();
        var before = Folders.Entries(scratch.Folder);
        foreach (var overwrite in (string[][])[[], ["--overwrite"]])
        {
            (await CommandLine.RunAsync(["decode", good.Path, "-o", scratch.Path(place), .. overwrite])).ShouldFailWith(4);
            Assert.Equal(before, Folders.Entries(scratch.Folder));
        }
    }

    [Theory]
    [InlineData("/proc/out.dgc")]
    [InlineData("/dev/null/out.dgc")]
    public async Task Encode_refuses_places_that_take_no_files(string place)
    {
        using var scratch = Prepared();
        (await CommandLine.RunAsync("encode", scratch.Path("in.nii"), "-o", place)).ShouldFailWith(4);
    }

    [Fact]
    public async Task An_output_that_exists_stays_as_it_is_without_overwrite()
    {
        using var scratch = Prepared();
        (await CommandLine.RunAsync("encode", scratch.Path("in.nii"), "-o", scratch.Path("file"))).ShouldFailWith(4);
        (await CommandLine.RunAsync("decode", good.Path, "-o", scratch.Path("full"))).ShouldFailWith(4);
        Assert.Equal("mine", await File.ReadAllTextAsync(scratch.Path("file")));
        Assert.Equal("mine", await File.ReadAllTextAsync(scratch.Path("full", "file")));
    }

    [Fact]
    public async Task Overwrite_replaces_a_file_and_a_whole_folder()
    {
        using var scratch = Prepared();
        await CommandLine.EncodeAsync(scratch.Path("in.nii"), scratch.Path("file"), "--overwrite");
        await CommandLine.DecodeAsync(good.Path, scratch.Path("full"), "--overwrite");
        await CommandLine.DecodeAsync(good.Path, scratch.Path("folder"));
        Assert.Equal(good.Decoded, Folders.Hash(scratch.Path("full")));
        Assert.Equal(good.Decoded, Folders.Hash(scratch.Path("folder")));
    }

    [Fact]
    public async Task A_failed_encode_does_not_harm_the_file_that_it_was_to_replace()
    {
        using var scratch = Prepared();
        await File.WriteAllTextAsync(scratch.Path("broken.nii"), "no volume");
        (await CommandLine.RunAsync("encode", scratch.Path("broken.nii"), "-o", scratch.Path("file"), "--overwrite")).ShouldFailWith(2);
        Assert.Equal("mine", await File.ReadAllTextAsync(scratch.Path("file")));
    }

    private static Scratch Prepared()
    {
        var scratch = new Scratch();
        SmallInputs.Nifti(scratch, SyntheticVolume.Make(80, 64, 2), "in.nii");
        File.WriteAllText(scratch.Path("file"), "mine");
        scratch.MakeFolder("folder");
        File.WriteAllText(Path.Combine(scratch.MakeFolder("full"), "file"), "mine");
        return scratch;
    }
}
