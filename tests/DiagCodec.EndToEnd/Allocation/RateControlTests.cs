using DiagCodec.EndToEnd.Support;
using DiagCodec.Imaging.Phantom;

namespace DiagCodec.EndToEnd.Allocation;

/// <summary>Sizes that were asked for come within 2 % over 32 frames.</summary>
public sealed class RateControlTests
{
    private static readonly string[] Eight = ["--bit-depth", "8", "--window", "300/800"];

    [Theory]
    [InlineData(12, "--target-bytes", 60_000)]
    [InlineData(12, "--target-bytes", 12_000)]
    [InlineData(8, "--target-bytes", 50_000)]
    [InlineData(12, "--bitrate", 12_000)]
    [InlineData(8, "--bitrate", 4_000)]
    public async Task The_size_asked_for_comes_within_2_percent(int bitDepth, string option, int value)
    {
        using var folder = new Scratch();
        var input = Series(folder);
        var archive = folder.Path("a.dgc");
        var result = await CommandLine.EncodeAsync(input, archive, [option, $"{value}", "--json", "--verify", .. bitDepth == 8 ? Eight : []]);
        var rate = result.Json.GetProperty("rate");
        var bytes = option == "--bitrate" ? result.Json.GetProperty("video_bytes").GetInt64() : new FileInfo(archive).Length;
        var target = option == "--bitrate" ? value * 32 / 8 : value;
        Assert.Equal((target, bytes), (rate.GetProperty("target_bytes").GetInt64(), rate.GetProperty("bytes").GetInt64()));
        Assert.InRange(bytes, 0.98 * target, 1.02 * target);
        Assert.InRange(rate.GetProperty("passes").GetInt32(), 1, 9);
        var info = (await CommandLine.RunAsync("info", archive, "--json")).ShouldSucceed();
        Assert.Contains("\"rate\"", info.Out, StringComparison.Ordinal);
        Assert.Contains($"\"target_bytes\": {target}", info.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_shape_of_a_map_is_kept_while_its_level_is_searched()
    {
        using var folder = new Scratch();
        var map = folder.Path("map.csv");
        var result = await CommandLine.EncodeAsync(
            Series(folder), folder.Path("a.dgc"), "--target-bytes", "30000", "--json", "--write-qp-map", map,
            "--allocator", "roi", "--roi-background", "8", "--block", "16", "--mask", folder.Path("p/patient-0001/labels.nii.gz"));
        Assert.Equal("rate+roi", result.Json.GetProperty("allocator").GetString());
        var offsets = File.ReadLines(map).Skip(1).SelectMany(l => l.Split(',').Skip(1)).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(["0", "8"], offsets);
    }

    [Fact]
    public async Task The_same_target_gives_the_same_archive()
    {
        using var folder = new Scratch();
        var input = Series(folder);
        await CommandLine.EncodeAsync(input, folder.Path("a.dgc"), "--target-bytes", "40000");
        await CommandLine.EncodeAsync(input, folder.Path("b.dgc"), "--target-bytes", "40000", "--threads", "1");
        Assert.Equal(File.ReadAllBytes(folder.Path("a.dgc")), File.ReadAllBytes(folder.Path("b.dgc")));
    }

    [Theory]
    [InlineData("10", "even at base QP 51")]
    [InlineData("100000000", "at base QP 0, the finest")]
    public async Task Sizes_out_of_reach_are_refused_with_what_is_in_reach(string target, string words)
    {
        using var folder = new Scratch();
        var archive = folder.Path("a.dgc");
        var line = (await CommandLine.RunAsync("encode", Series(folder), "-o", archive, "--preset", "fast", "--target-bytes", target)).ShouldFailWith(1);
        Assert.Contains(words, line, StringComparison.Ordinal);
        Assert.False(File.Exists(archive));
    }

    private static string Series(Scratch folder)
    {
        var options = new PhantomOptions { Slices = 32, Size = 128, Seed = 5 };
        PhantomSeriesWriter.Write(Directory.CreateDirectory(folder.Path("p/patient-0001")).FullName, 1, options, Imaging.Dicom.DicomOutputSyntax.ExplicitLittleEndian, "0", null, default);
        return folder.Path("p/patient-0001/dicom");
    }
}
