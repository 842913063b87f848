using DiagCodec.EndToEnd.QpExactness;
using DiagCodec.EndToEnd.Support;

namespace DiagCodec.EndToEnd.Allocation;

/// <summary>encode --mask from the command line to the bitstream.</summary>
public sealed class MaskedEncodeTests
{
    [Theory]
    [InlineData("linear")]
    [InlineData("exponential")]
    [InlineData("square")]
    [InlineData("log")]
    [InlineData("sqrt")]
    [InlineData("roi")]
    public async Task The_bitstream_follows_the_map_of_a_mask(string allocator)
    {
        using var folder = new Scratch();
        var series = await PhantomAsync(folder);
        var (archive, map) = (folder.Path("a.dgc"), folder.Path("map.csv"));
        var result = await CommandLine.EncodeAsync(
            series, archive, "--mask", folder.Path("p/patient-0001/labels.nii.gz"), "--allocator", allocator, "--block", "32", "--qp", "12", "--json", "--write-qp-map", map);
        var mask = result.Json.GetProperty("mask");
        Assert.True(mask.GetProperty("psnr_inside").GetDouble() > mask.GetProperty("psnr_outside").GetDouble());
        var bits = mask.GetProperty("bits_inside").GetDouble() + mask.GetProperty("bits_outside").GetDouble() + mask.GetProperty("bits_other").GetDouble();
        var frames = result.Json.GetProperty("frames").EnumerateArray().Sum(f => f.GetProperty("bits").GetInt64());
        Assert.InRange(bits, 0.97 * frames, frames);
        AssertFollows(archive, map, folder);
    }

    [Fact]
    public async Task Options_that_make_no_sense_are_named_together()
    {
        using var folder = new Scratch();
        var line = (await CommandLine.RunAsync(
            "encode", folder.Path("."), "-o", folder.Path("a.dgc"), "--allocator", "sqrt", "--roi-margin", "99", "--target-bytes", "9", "--bitrate", "9", "--qp-map", "m.csv")).ShouldFailWith(1);
        foreach (var words in (string[])["needs --mask", "only for --allocator roi", "--roi-margin 99", "both name the size", "both choose the QPs", "cannot be searched"])
        {
            Assert.Contains(words, line, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("--allocator", "cubic")]
    [InlineData("--mask-classes", "0,1")]
    [InlineData("--map-range", "x")]
    public async Task Words_that_are_no_values_are_refused(string option, string value) =>
        Assert.Equal(1, (await CommandLine.RunAsync("encode", "in", "-o", "out.dgc", option, value)).ExitCode);

    [Fact]
    public async Task A_mask_of_another_series_is_bad_input()
    {
        using var folder = new Scratch();
        await PhantomAsync(folder);
        var line = (await CommandLine.RunAsync(
            "encode", SmallInputs.Nifti(folder), "-o", folder.Path("a.dgc"), "--allocator", "roi", "--mask", folder.Path("p/patient-0001/labels.nii.gz"))).ShouldFailWith(2);
        Assert.Contains("the mask is 192x192x4, the series is 96x80x6", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_report_draws_the_mask_and_says_what_lies_inside()
    {
        using var folder = new Scratch();
        var series = await PhantomAsync(folder);
        var report = folder.Path("r.html");
        await CommandLine.EncodeAsync(series, folder.Path("a.dgc"), "--mask", folder.Path("p/patient-0001/labels.nii.gz"), "--report", report);
        var page = File.ReadAllText(report);
        Assert.Contains("Inside and outside the mask", page, StringComparison.Ordinal);
        Assert.Contains("class=\"mask-outline\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("not measured", page, StringComparison.Ordinal);
    }

    private static async Task<string> PhantomAsync(Scratch folder)
    {
        (await CommandLine.RunAsync("phantom", "-o", folder.Path("p"), "--patients", "1", "--slices", "4", "--size", "192", "--seed", "3")).ShouldSucceed();
        return folder.Path("p/patient-0001/dicom");
    }

    private static void AssertFollows(string archive, string map, Scratch folder)
    {
        var video = folder.Path("video.hevc");
        using (var zip = System.IO.Compression.ZipFile.OpenRead(archive))
        using (var from = zip.GetEntry("video.hevc")!.Open())
        using (var to = File.Create(video))
        {
            from.CopyTo(to);
        }

        var expected = File.ReadLines(map).Skip(1).Select(l => l.Split(',').Select(f => int.Parse(f, System.Globalization.CultureInfo.InvariantCulture)).ToArray()).ToArray();
        var found = QpProbe.Read(video, 32);
        var compared = 0;
        for (var i = 0; i < found.Length; i++)
        {
            for (var b = 0; b < found[i].Blocks.Length; b++)
            {
                if (found[i].Blocks[b] is { } qp)
                {
                    Assert.Equal(Math.Clamp(expected[i][0] + (expected[i].Length > 1 ? expected[i][b + 1] : 0), 0, 49), qp);
                    compared++;
                }
            }
        }

        Assert.InRange(compared, found.Length * 10, int.MaxValue);
    }
}
