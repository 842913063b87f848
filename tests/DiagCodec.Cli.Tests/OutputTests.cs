using System.Text.Json;
using DiagCodec.Cli.Tests.Support;

namespace DiagCodec.Cli.Tests;

/// <summary>What every command prints: results on standard output, as text or as one JSON document; nothing else there.</summary>
public sealed class OutputTests : IClassFixture<SmallVolume>
{
    private readonly SmallVolume _volume;

    public OutputTests(SmallVolume volume) => _volume = volume;

    [Fact]
    public async Task Every_json_document_has_the_fields_that_callers_rely_on()
    {
        var archive = _volume.File("json.dgc");
        await HasAsync(
            ["encode", _volume.Path, "-o", archive, "--preset", "fast", "--json"],
            "output", "series", "allocator", "columns", "rows", "slices", "source_bytes", "pixel_bytes", "video_bytes", "total_bytes", "bits_per_voxel",
            "compression_ratio", "mean_psnr", "mapping", "verified", "seconds", "encoder_cpu_seconds", "findings", "frames");
        await HasAsync(["info", archive, "--json"], "archive", "total_bytes", "video_bytes", "manifest");
        await HasAsync(["verify", archive, "--json"], "archive", "whole", "slices", "seconds");
        await HasAsync(["verify", archive, "--against", _volume.Path, "--json"], "archive", "whole", "slices", "against", "seconds");
        await HasAsync(["decode", archive, "-o", _volume.File("json.nii"), "--json"], "output", "format", "series", "slices", "seconds");
        await HasAsync(["doctor", "--json"], "healthy", "parts");
    }

    [Fact]
    public async Task Sizes_in_json_are_those_of_the_files()
    {
        var archive = _volume.File("sizes.dgc");
        var summary = JsonDocument.Parse((await Run.OfAsync("encode", _volume.Path, "-o", archive, "--preset", "fast", "--json")).Out).RootElement;
        Assert.Equal(new FileInfo(archive).Length, summary.GetProperty("total_bytes").GetInt64());
        Assert.Equal(new FileInfo(_volume.Path).Length, summary.GetProperty("source_bytes").GetInt64());
        Assert.Equal(80 * 64 * 3 * 2, summary.GetProperty("pixel_bytes").GetInt64());
        Assert.Equal(8.0 * new FileInfo(archive).Length / (80 * 64 * 3), summary.GetProperty("bits_per_voxel").GetDouble(), 6);
        Assert.Equal(3, summary.GetProperty("frames").GetArrayLength());
        Assert.True(summary.GetProperty("encoder_cpu_seconds").GetDouble() > 0, "the encoder took no time");
    }

    [Fact]
    public async Task Text_begins_with_the_output_and_says_sizes_samples_and_time()
    {
        var archive = _volume.File("text.dgc");
        var encode = await Run.OfAsync("encode", _volume.Path, "-o", archive, "--preset", "fast", "--verify");
        Assert.Equal((0, ""), (encode.ExitCode, encode.Error));
        Assert.StartsWith($"{archive}\n  series    ", encode.Out, StringComparison.Ordinal);
        Assert.Contains("decoded and found equal", encode.Out, StringComparison.Ordinal);

        var info = await Run.OfAsync("info", archive);
        Assert.Contains(" --preset fast --block 64", info.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(_volume.Folder, info.Out.Replace(archive, "", StringComparison.Ordinal), StringComparison.Ordinal);

        var verify = await Run.OfAsync("verify", archive, "--against", _volume.Path);
        Assert.Matches($@"^{archive}: whole, 3 slices; against the source off by \d+ at most, \d+\.\d\d on average\n$", verify.Out);
    }

    [Fact]
    public async Task Info_writes_the_map_that_encode_wrote()
    {
        var archive = _volume.File("map.dgc");
        await Run.OfAsync("encode", _volume.Path, "-o", archive, "--preset", "fast", "--gop", "ldp8", "--write-qp-map", _volume.File("a.csv"));
        var info = await Run.OfAsync("info", archive, "--write-qp-map", _volume.File("b.csv"));
        Assert.Equal(0, info.ExitCode);
        Assert.Equal(await File.ReadAllTextAsync(_volume.File("a.csv")), await File.ReadAllTextAsync(_volume.File("b.csv")));
    }

    [Fact]
    public async Task A_fault_is_one_line_and_verbose_adds_where_it_came_from()
    {
        var plain = await Run.OfAsync("info", _volume.Path);
        Assert.Equal((2, ""), (plain.ExitCode, plain.Out));
        Assert.StartsWith("diagcodec: ", Assert.Single(plain.Error.Trim().Split('\n')), StringComparison.Ordinal);
        var verbose = await Run.OfAsync("info", _volume.Path, "--verbose");
        Assert.StartsWith(plain.Error, verbose.Error, StringComparison.Ordinal);
        Assert.Contains("   at DiagCodec.", verbose.Error, StringComparison.Ordinal);
    }

    private static async Task HasAsync(string[] arguments, params string[] fields)
    {
        var run = await Run.OfAsync(arguments);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var names = JsonDocument.Parse(run.Out).RootElement.EnumerateObject().Select(p => p.Name);
        Assert.Empty(fields.Except(names));
    }
}
