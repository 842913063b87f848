using System.Text.Json;
using DiagCodec.EndToEnd.Documents;
using DiagCodec.EndToEnd.Support;

namespace DiagCodec.EndToEnd.Bench;

/// <summary>The experiment that the documents begin with.</summary>
public sealed class QuickExperimentTests
{
    private static readonly string Experiment = Path.Combine(Repository.Root, "data", "experiments", "quick.json");

    [Fact]
    public async Task Every_point_is_measured_once_and_found_again()
    {
        using var scratch = new Scratch();
        var folder = scratch.Path("quick");
        var first = (await CommandLine.RunAsync("bench", Experiment, "-o", folder)).ShouldSucceed();
        Assert.Contains("34 of 34 points of 2 cases", first.Out, StringComparison.Ordinal);
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "bench.json")));
        var points = file.RootElement.GetProperty("points").EnumerateArray().ToList();
        Assert.Equal(34, points.Count);
        Assert.All(points, p => Assert.Equal(JsonValueKind.Null, p.GetProperty("error").ValueKind));
        Assert.All(file.RootElement.GetProperty("cases").EnumerateArray(), c => Assert.InRange(c.GetProperty("maskVoxels").GetInt64(), 20, long.MaxValue));

        // Lossless: nothing differs, so that the network says the same.
        var lossless = points.Where(p => p.GetProperty("method").GetString() == "JPEG-LS").ToList();
        Assert.Equal(2, lossless.Count);
        Assert.All(lossless, p => Assert.Equal(JsonValueKind.Null, p.GetProperty("figures").GetProperty("psnr").ValueKind));

        var before = Times(folder);
        (await CommandLine.RunAsync("bench", Experiment, "-o", folder, "--json")).ShouldSucceed();
        var changed = Times(folder).Except(before).Select(t => t.Path).ToList();
        Assert.All(changed, path => Assert.Contains(path, (string[])["bench.json", Path.Combine("pictures", "index.json"), ".lock"]));
    }

    private static HashSet<(string Path, DateTime Time)> Times(string folder) =>
        [.. Folders.Files(folder).Select(f => (Path.GetRelativePath(folder, f), File.GetLastWriteTimeUtc(f)))];
}
