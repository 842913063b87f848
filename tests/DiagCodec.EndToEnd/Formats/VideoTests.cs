using DiagCodec.EndToEnd.Support;

namespace DiagCodec.EndToEnd.Formats;

/// <summary>Y4M and PNG, with ffmpeg as their maker and reader.</summary>
public sealed class VideoTests
{
    [SkippableTheory]
    [InlineData("gray", 97, 75)]
    [InlineData("yuv420p", 96, 80)]
    [InlineData("yuv420p", 97, 75)]
    [InlineData("yuv420p10le", 96, 80)]
    [InlineData("yuv420p12le", 130, 66)]
    [InlineData("gray10le", 96, 80)]
    [InlineData("gray12le", 97, 75)]
    [InlineData("yuv420p", 33, 17)]
    public async Task Y4m_comes_back_as_y4m_of_the_same_layout_that_ffmpeg_reads(string pixelFormat, int width, int height)
    {
        using var scratch = new Scratch();
        await Video.MakeAsync(scratch, "in.y4m", pixelFormat, width, height);
        await CommandLine.EncodeAsync(scratch.Path("in.y4m"), scratch.Path("a.dgc"), "--qp", "4", "--verify");
        await CommandLine.DecodeAsync(scratch.Path("a.dgc"), scratch.Path("out.y4m"));
        var (before, after) = (await Video.DecodeAsync(scratch, "in.y4m", pixelFormat), await Video.DecodeAsync(scratch, "out.y4m", pixelFormat));
        Assert.Equal(before.Length, after.Length);
        Assert.InRange(before.Zip(after).Average(p => Math.Abs(p.First - p.Second)), 0, before.Max() / 250.0);
        Assert.Equal(Header(scratch.Path("in.y4m"), 'W', 'H', 'C'), Header(scratch.Path("out.y4m"), 'W', 'H', 'C'));
    }

    [SkippableTheory]
    [InlineData("gray", 12)]
    [InlineData("gray16be", 40)]
    public async Task Png_pictures_come_back_under_their_names(string pixelFormat, int largestMeanError)
    {
        using var scratch = new Scratch();
        scratch.MakeFolder("in");
        await Video.MakeAsync(scratch, "in/picture %d.png", pixelFormat, 90, 70);
        await CommandLine.EncodeAsync(scratch.Path("in"), scratch.Path("a.dgc"), "--qp", "0");
        await CommandLine.DecodeAsync(scratch.Path("a.dgc"), scratch.Path("out"));
        Assert.Equal(Folders.Entries(scratch.Path("in")), Folders.Entries(scratch.Path("out")));
        foreach (var name in Folders.Entries(scratch.Path("in")))
        {
            var layout = pixelFormat == "gray" ? "gray" : "gray16le";
            var (before, after) = (await Video.DecodeAsync(scratch, $"in/{name}", layout), await Video.DecodeAsync(scratch, $"out/{name}", layout));
            Assert.Equal(90 * 70, after.Length);
            Assert.InRange(before.Zip(after).Average(p => Math.Abs(p.First - p.Second)), 0, largestMeanError);
        }
    }

    [SkippableFact]
    public async Task Negative_stored_values_become_pictures_from_zero_on()
    {
        using var scratch = new Scratch();
        var input = SmallInputs.Nifti(scratch);
        await CommandLine.EncodeAsync(input, scratch.Path("a.dgc"), "--qp", "0");
        await CommandLine.DecodeAsync(scratch.Path("a.dgc"), scratch.Path("plain.nii"));
        await CommandLine.DecodeAsync(scratch.Path("a.dgc"), scratch.Path("png"), "--format", "png");
        await CommandLine.DecodeAsync(scratch.Path("a.dgc"), scratch.Path("out.y4m"), "--format", "y4m");
        var stored = NiftiFile.Int16Values(NiftiFile.Read(scratch.Path("plain.nii")));
        var pictures = new List<int>();
        foreach (var name in Folders.Entries(scratch.Path("png")))
        {
            pictures.AddRange(await Video.DecodeAsync(scratch, $"png/{name}", "gray16le"));
        }

        var (first, sorted) = (pictures, stored.Select(v => v + 1000).Order().ToArray());
        Assert.Equal(sorted, first.Order());
        Assert.Equal(sorted, (await Video.DecodeAsync(scratch, "out.y4m", "gray12le")).Order());
    }

    [SkippableFact]
    public async Task Dicom_from_something_that_was_no_dicom_is_refused_with_a_way_out()
    {
        using var scratch = new Scratch();
        await CommandLine.EncodeAsync(SmallInputs.Nifti(scratch), scratch.Path("a.dgc"));
        var line = (await CommandLine.RunAsync("decode", scratch.Path("a.dgc"), "-o", scratch.Path("out"), "--format", "dicom")).ShouldFailWith(1);
        Assert.Contains("nifti", line, StringComparison.Ordinal);
    }

    private static string Header(string path, params char[] fields) => string.Join(
        ' ', File.ReadLines(path).First().Split(' ').Where(f => fields.Contains(f[0])).Select(f => f.StartsWith("C420", StringComparison.Ordinal) ? f.Replace("jpeg", "", StringComparison.Ordinal).Replace("mpeg2", "", StringComparison.Ordinal) : f).Order());
}
