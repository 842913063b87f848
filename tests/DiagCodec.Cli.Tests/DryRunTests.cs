using System.Text.Json;
using DiagCodec.Cli.Tests.Support;

namespace DiagCodec.Cli.Tests;

/// <summary>A dry run says what would be done and leaves no trace.</summary>
public sealed class DryRunTests
{
    [Fact]
    public async Task Nothing_is_written_not_even_report_or_map()
    {
        using var volume = new SmallVolume();
        var run = await Run.OfAsync(
            "encode", volume.Path, "-o", volume.File("out.dgc"), "--report", volume.File("r.html"), "--write-qp-map", volume.File("m.csv"), "--dry-run");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("would code", run.Out, StringComparison.Ordinal);
        Assert.Equal(["volume.nii"], Directory.EnumerateFileSystemEntries(volume.Folder).Select(Path.GetFileName));
    }

    [Fact]
    public async Task As_json_it_names_size_mapping_and_plan()
    {
        using var volume = new SmallVolume();
        var run = await Run.OfAsync("encode", volume.Path, "-o", volume.File("out.dgc"), "--qp", "27", "--gop", "ldp8", "--dry-run", "--json");
        var plan = JsonDocument.Parse(run.Out).RootElement;
        Assert.Equal(3, plan.GetProperty("slices").GetInt32());
        Assert.Equal(80, plan.GetProperty("format").GetProperty("width").GetInt32());
        Assert.Equal(27, plan.GetProperty("base_qp").GetInt32());
        Assert.Equal("ldp8", plan.GetProperty("gop").GetString());
        Assert.Equal("Shift", plan.GetProperty("mapping").GetProperty("kind").GetString());
        Assert.Equal(["volume.nii"], Directory.EnumerateFileSystemEntries(volume.Folder).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_bad_input_is_refused_as_it_would_be()
    {
        using var volume = new SmallVolume();
        var run = await Run.OfAsync("encode", volume.File("missing"), "-o", volume.File("out.dgc"), "--dry-run");
        Assert.Equal((2, ""), (run.ExitCode, run.Out));
    }
}
