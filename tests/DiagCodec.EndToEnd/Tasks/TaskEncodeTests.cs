using System.Globalization;
using System.Text.Json;
using DiagCodec.EndToEnd.Support;
using DiagCodec.Imaging.Masks;
using DiagCodec.Imaging.Series;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.EndToEnd.Tasks;

/// <summary>encode --task: QPs that follow what a network finds, and what it finds after coding.</summary>
public sealed class TaskEncodeTests(TaskInputs inputs) : IClassFixture<TaskInputs>
{
    private const int Block = 16;

    [Fact]
    public async Task The_map_is_low_exactly_where_the_network_finds_something()
    {
        using var folder = new Scratch();
        var (archive, csv, labels) = (folder.Path("a.dgc"), folder.Path("m.csv"), folder.Path("l.nii.gz"));
        await CommandLine.EncodeAsync(inputs.Series, archive, "--task", inputs.Model, "--allocator", "roi", "--block", "16", "--write-qp-map", csv);
        (await CommandLine.RunAsync("segment", inputs.Series, "--task", inputs.Model, "-o", labels)).ShouldSucceed();
        var found = MaskReader.Read(labels, SeriesReader.Read(inputs.Series, null, CancellationToken.None), CancellationToken.None).Labels;
        var frames = File.ReadLines(csv).Skip(1).Select(l => l.Split(',').Select(f => int.Parse(f, CultureInfo.InvariantCulture)).ToArray()).ToArray();
        Assert.Equal(4, frames.Length);
        var offsets = new HashSet<int>();
        for (var z = 0; z < frames.Length; z++)
        {
            // 72 x 64 samples are the least that is coded; the slice is the upper left corner.
            var columns = (72 + Block - 1) / Block;
            for (var b = 0; b + 1 < frames[z].Length; b++)
            {
                Assert.Equal(HasForeground(found, z, b % columns, b / columns) ? 0 : 6, frames[z][b + 1]);
                offsets.Add(frames[z][b + 1]);
            }
        }

        Assert.Equal([0, 6], offsets.Order());
    }

    [Fact]
    public async Task The_archive_names_the_task_and_holds_no_mask_and_no_path()
    {
        using var folder = new Scratch();
        var archive = folder.Path("a.dgc");
        var json = (await CommandLine.EncodeAsync(inputs.Series, archive, "--task", inputs.Model, "--hardened", "--allocator", "sqrt", "--json")).Json;
        var manifest = Archives.Manifest(archive);
        Assert.Contains("--task bright-things --hardened", manifest.GetProperty("command").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("/", manifest.GetProperty("command").GetString(), StringComparison.Ordinal);
        var allocation = manifest.GetProperty("allocation");
        Assert.Equal(TinyModel.Name, allocation.GetProperty("task").GetString());
        Assert.Equal(json.GetProperty("task").GetProperty("weights_sha256").GetString(), allocation.GetProperty("weights_sha256").GetString());
        Assert.Equal("hardened", json.GetProperty("task").GetProperty("weights").GetString());
        Assert.All(manifest.GetProperty("entries").EnumerateObject(), e => Assert.Contains(e.Name, (string[])["headers.br", "padding.br", "qp-map.br", "video.hevc"]));
        Assert.Contains($"task      {TinyModel.Name}, weights ", (await CommandLine.RunAsync("info", archive)).ShouldSucceed().Out, StringComparison.Ordinal);
        (await CommandLine.RunAsync("verify", archive)).ShouldSucceed();
    }

    [Fact]
    public async Task With_uniform_QPs_the_video_is_the_same_as_without_a_task()
    {
        using var folder = new Scratch();
        var (with, without) = (folder.Path("a.dgc"), folder.Path("b.dgc"));
        await CommandLine.EncodeAsync(inputs.Series, with, "--task", inputs.Model);
        await CommandLine.EncodeAsync(inputs.Series, without);
        Assert.Equal(Archives.Entry(without, "video.hevc"), Archives.Entry(with, "video.hevc"));
        Assert.False(Archives.Manifest(with).GetProperty("allocation").TryGetProperty("task", out _));
    }

    [Theory]
    [InlineData("--qp", "40")]
    [InlineData("--target-bytes", "9000", "--allocator", "roi", "--block", "16")]
    public async Task The_report_says_what_the_network_finds_in_the_decoded_series(params string[] options)
    {
        using var folder = new Scratch();
        var (archive, report, decoded) = (folder.Path("a.dgc"), folder.Path("r.html"), folder.Path("decoded"));
        var json = (await CommandLine.EncodeAsync(inputs.Series, archive, ["--task", inputs.Model, "--report", report, "--json", .. options])).Json;
        var one = json.GetProperty("task").GetProperty("classes")[0];
        var (before, after) = (one.GetProperty("voxels_before").GetInt64(), one.GetProperty("voxels_after").GetInt64());
        Assert.Equal(await FoundAsync(inputs.Series, folder.Path("before.nii")), before);
        await CommandLine.DecodeAsync(archive, decoded);
        Assert.Equal(await FoundAsync(decoded, folder.Path("after.nii")), after);
        Assert.Equal((after - before) * 3.125 * 3.125 * 2 / 1000, one.GetProperty("volume_change_ml").GetDouble(), 6);
        Assert.Equal(Dice(folder.Path("before.nii"), folder.Path("after.nii")), one.GetProperty("dice").GetDouble(), 9);
        Assert.False(one.TryGetProperty("truth_voxels", out _));

        var page = File.ReadAllText(report);
        Assert.Contains("What bright-things finds before and after coding", page, StringComparison.Ordinal);
        Assert.Contains("against the network&#39;s own prediction on the uncompressed slices", page, StringComparison.Ordinal);
        Assert.Contains("No ground truth is known here", page, StringComparison.Ordinal);
        Assert.Contains($"<td>{before.ToString("#,0", CultureInfo.InvariantCulture)}</td>", page, StringComparison.Ordinal);
        Assert.Contains($"<td>{one.GetProperty("dice").GetDouble().ToString("0.0000", CultureInfo.InvariantCulture)}</td>", page, StringComparison.Ordinal);
        Assert.Contains("class=\"mask-outline after\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ground_truth_is_compared_with_both_predictions()
    {
        using var folder = new Scratch();
        var (archive, report) = (folder.Path("a.dgc"), folder.Path("r.html"));
        var result = await CommandLine.EncodeAsync(
            inputs.Series, archive, "--task", inputs.Model, "--report", report, "--truth", inputs.Truth, "--truth-labels", "*=1", "--qp", "20", "--json");
        var one = result.Json.GetProperty("task").GetProperty("classes")[0];
        Assert.InRange(one.GetProperty("truth_voxels").GetInt64(), 1, 64 * 64 * 4);
        Assert.InRange(one.GetProperty("truth_dice_before").GetDouble(), 0.1, 0.99);
        Assert.InRange(one.GetProperty("truth_dice_after").GetDouble(), 0.1, 0.99);
        Assert.Contains("against the ground truth that was given", File.ReadAllText(report), StringComparison.Ordinal);

        var bad = await CommandLine.RunAsync("encode", inputs.Series, "-o", folder.Path("b.dgc"), "--task", inputs.Model, "--report", folder.Path("s.html"), "--truth", inputs.Truth);
        Assert.Contains("is no class of the task", bad.ShouldFailWith(2), StringComparison.Ordinal);
        Assert.Equal(["a.dgc", "r.html"], Folders.Entries(folder.Folder));
    }

    [Fact]
    public async Task A_network_that_finds_nothing_leaves_the_QPs_even_and_says_so()
    {
        using var folder = new Scratch();
        var model = TinyModel.Write(folder.Path("m"), TinyModel.Task with { Input = TinyModel.Task.Input with { Low = 5000, High = 6000 } });
        var result = await CommandLine.EncodeAsync(inputs.Series, folder.Path("a.dgc"), "--task", model, "--allocator", "roi", "--report", folder.Path("r.html"), "--json");
        Assert.Contains(result.Notes, n => n.Contains("the mask is empty", StringComparison.Ordinal));
        var one = result.Json.GetProperty("task").GetProperty("classes")[0];
        Assert.Equal(0, one.GetProperty("voxels_before").GetInt64());
        Assert.False(one.TryGetProperty("dice", out _));
        Assert.Contains("not defined", File.ReadAllText(folder.Path("r.html")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_checks_the_task_and_writes_nothing()
    {
        using var folder = new Scratch();
        var result = await CommandLine.RunAsync("encode", inputs.Series, "-o", folder.Path("a.dgc"), "--task", inputs.Model, "--allocator", "roi", "--dry-run");
        Assert.Contains("with roi QPs", result.ShouldSucceed().Out, StringComparison.Ordinal);
        Assert.Empty(Folders.Entries(folder.Folder));
    }

    private async Task<long> FoundAsync(string series, string output)
    {
        JsonElement json = (await CommandLine.RunAsync("segment", series, "--task", inputs.Model, "-o", output, "--json")).ShouldSucceed().Json;
        return json.GetProperty("classes")[0].GetProperty("voxels").GetInt64();
    }

    private double Dice(string before, string after)
    {
        var series = SeriesReader.Read(inputs.Series, null, CancellationToken.None);
        var (a, b) = (MaskReader.Read(before, series, CancellationToken.None).Labels.Labels.ToArray(), MaskReader.Read(after, series, CancellationToken.None).Labels.Labels.ToArray());
        var both = a.Zip(b).Count(p => p is (1, 1));
        return 2.0 * both / (a.Count(l => l == 1) + b.Count(l => l == 1));
    }

    private static bool HasForeground(LabelMap labels, int slice, int column, int row)
    {
        for (var y = row * Block; y < Math.Min((row + 1) * Block, labels.Rows); y++)
        {
            for (var x = column * Block; x < Math.Min((column + 1) * Block, labels.Columns); x++)
            {
                if (labels.Slice(slice)[(y * labels.Columns) + x] != 0)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
