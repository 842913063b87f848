using System.Text.Json;
using DiagCodec.Evaluation.Bench.Experiments;
using DiagCodec.Networks.Models;

namespace DiagCodec.Evaluation.Tests.Bench.Experiments;

public sealed class ExperimentFileTests : IDisposable
{
    private readonly ExperimentFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_field_of_a_file_is_read()
    {
        var read = _folder.Read(ExperimentSamples.Full);
        Assert.Equal(("cta-quick", "Synthetic coronary CT angiography", "uniform", 7UL), (read.Name, read.Title, read.Anchor, read.Seed));
        Assert.Equal([5, 3], read.Data.Phantom!.Seeds.AsEnumerable());
        Assert.Equal((12, 128, 1.5), (read.Data.Phantom.Slices, read.Data.Phantom.Size, read.Data.Phantom.SliceSpacing));
        Assert.Equal(("1=1,2=1,*=0", (int?)8), (read.Data.Labels, read.Data.Slices));
        Assert.Equal(["patient-3"], read.Data.Cases.AsEnumerable());
        Assert.Equal(new ExperimentTask("coronary-cta") { Weights = WeightsVariant.Hardened, AllUnseen = true }, read.Task);
        Assert.Equal(["uniform", "ROI", "JPEG-LS"], read.Methods.Select(m => m.Name));
        var roi = read.Methods[1];
        Assert.Equal(("x265", "roi", (int?)6, (int?)0, (int?)4, (int?)32, true), (roi.Codec, roi.Allocator, roi.Background, roi.Foreground, roi.Margin, roi.Block, roi.Optional));
        Assert.Equal([27.0], roi.Grid.AsEnumerable());
        Assert.Equal(("fast", "flat", false), (read.Methods[0].Preset, read.Methods[0].Gop, read.Methods[0].Optional));
        Assert.Equal(0.2, read.Pictures!.BitsPerVoxel);
        Assert.Equal(["patient-3"], read.Pictures.Cases.AsEnumerable());
        var table = Assert.Single(read.Tables);
        Assert.Equal(["bd-rate", "-"], table.Columns.AsEnumerable());
        Assert.Equal("ROI", table.Rows["Theirs"]);
    }

    [Fact]
    public void What_a_file_leaves_out_has_the_default_of_its_record()
    {
        var read = _folder.Read(ExperimentSamples.Least);
        Assert.Null(read.Data.Phantom);
        Assert.Null(read.Data.Folder);
        Assert.Empty(read.Data.Cases);
        Assert.Null(read.Pictures);
        Assert.Empty(read.Tables);
        Assert.Equal((1UL, WeightsVariant.Plain, false), (read.Seed, read.Task.Weights, read.Task.AllUnseen));
        var phantom = _folder.Read(ExperimentSamples.Least.Replace("\"data\": {}", "\"data\": { \"phantom\": { \"seeds\": [1] } }", StringComparison.Ordinal)).Data.Phantom!;
        Assert.Equal((33, 512, 0.5), (phantom.Slices, phantom.Size, phantom.SliceSpacing));
    }

    [Theory]
    [InlineData("\"1201-1204\"", "1201 1202 1203 1204")]
    [InlineData("\"7\"", "7")]
    [InlineData("\"3-4, 9,1-2\"", "3 4 9 1 2")]
    [InlineData("[4, 2]", "4 2")]
    public void Seeds_are_a_list_or_ranges(string seeds, string read) =>
        Assert.Equal(read, string.Join(' ', WithSeeds(seeds).Data.Phantom!.Seeds));

    [Fact]
    public void What_is_written_has_seeds_as_a_list_and_is_read_again()
    {
        var json = JsonSerializer.Serialize(WithSeeds("\"3-5\""), ExperimentJson.Experiment);
        Assert.Contains("[3,4,5]", string.Concat(json.Where(c => !char.IsWhiteSpace(c))), StringComparison.Ordinal);
        Assert.Equal(json, JsonSerializer.Serialize(_folder.Read(json), ExperimentJson.Experiment));
    }

    [Fact]
    public void The_experiments_of_the_repository_can_be_read()
    {
        var folder = Path.Combine(Repository(), "data", "experiments");
        var files = Directory.EnumerateFiles(folder, "*.json").Where(f => Path.GetFileName(f) != PublishedTables.FileName).ToList();
        Assert.Contains(Path.Combine(folder, "quick.json"), files);
        Assert.All(files, file => Assert.Equal(Path.GetFileNameWithoutExtension(file), ExperimentFile.Read(file).Name));
    }

    [Fact]
    public void The_papers_of_the_repository_agree_with_themselves()
    {
        var tables = PublishedTables.Read(Path.Combine(Repository(), "data", "experiments", PublishedTables.FileName)).ToDictionary(t => t.Name);
        Assert.Equal(10, tables.Count);

        // Transfer, encoding, decoding and segmentation are the total.
        Assert.All(tables["orchestrated-latency"].Rows, r => Assert.Equal(r.Values[5]!.Value, r.Values[1..5].Sum()!.Value, 6));

        // The parameters of two parts together are those of the model that tunes both: AdapterV1 and A2C.
        var parameters = tables["dmic-3"].Rows.ToDictionary(r => r.Label[..1], r => r.Values[0]);
        Assert.Equal(parameters["f"], parameters["b"] + parameters["e"]);

        // The same settings stand in Tables I, II and III.
        Assert.Equal(tables["dmic-1"].Rows[1].Values[0], tables["dmic-2"].Rows[5].Values[0]);
        Assert.Equal(tables["dmic-1"].Rows[1].Values[0], tables["dmic-3"].Rows[1].Values[1]);
        Assert.Equal(tables["dmic-2"].Rows[2].Values[0], tables["dmic-3"].Rows[3].Values[1]);

        // The second stage leaves rate and fidelity as they were.
        foreach (var table in (string[])["mvmicnet-1", "mvmicnet-2"])
        {
            var rows = tables[table].Rows.Where(r => r.Label.StartsWith("MVMICNet", StringComparison.Ordinal)).ToArray();
            Assert.Equal(8, rows.Length);
            Assert.All(Enumerable.Range(0, 4), i => Assert.Equal(rows[i].Values[..3].AsEnumerable(), rows[i + 4].Values[..3]));
        }
    }

    private Experiment WithSeeds(string seeds) =>
        _folder.Read(ExperimentSamples.Least.Replace("\"data\": {}", $"\"data\": {{ \"phantom\": {{ \"seeds\": {seeds} }} }}", StringComparison.Ordinal));

    private static string Repository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "DiagCodec.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("the tests run outside the checkout");
    }
}
