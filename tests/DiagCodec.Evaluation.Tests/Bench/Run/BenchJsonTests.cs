using System.Text.Json.Nodes;
using DiagCodec.Evaluation.Bench.Experiments;
using DiagCodec.Evaluation.Bench.Results;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Evaluation.Tests.Bench.Run;

public sealed class BenchJsonTests : IDisposable
{
    private readonly BenchWorld _world = new();

    private string Result => Path.Combine(_world.Folder(), "bench.json");

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task What_was_read_is_written_in_the_same_bytes()
    {
        _world.Method(0).FailsOn = "two";
        _world.Pictures = new PictureSetting(["one"], 0.5);
        await _world.RunAsync();
        var bytes = await File.ReadAllBytesAsync(Result);
        var file = BenchJson.Read(Result);
        Assert.Equal(0.5, file.Experiment.Pictures!.BitsPerVoxel);
        Assert.Equal("roi", file.Experiment.Tables[0].Rows["a"]);
        Assert.Null(file.Published[0].Rows[1].Values[0]);
        BenchJson.Write(Result, file, overwrite: true);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(Result));
        Assert.Throws<OutputException>(() => BenchJson.Write(Result, file, overwrite: false));
        Assert.DoesNotContain((byte)'\r', bytes);
        Assert.All(BenchJson.Read(Result).WithoutTimes().Points, p => Assert.Null(p.Times));
    }

    [Fact]
    public async Task Faults_are_told_in_one_line()
    {
        await _world.RunAsync();
        Refused("schema 9 is not known", d => d["schema"] = 9);
        Refused("colour", d => d["colour"] = "red");
        Refused("points[3].figures.own", d => d["points"]![3]!["figures"]!["own"]!["voxels"]!.AsArray().RemoveAt(0));
        Refused("points[3].figures.own", d => d["points"]![3]!["figures"]!["own"]!["voxels"]![0] = 1);
        Refused("points[2].case", d => d["points"]![2]!["case"] = "four");
        Refused("points[2].method", d => d["points"]![2]!["method"] = "four");
        Refused("points[2].key", d => d["points"]![2]!["key"] = "../x");
        Refused("points[2]: expected either error or figures", d => d["points"]![2]!["error"] = "both");
        Refused("points[2].parameter", d => d["points"]![2]!["parameter"] = "many");
        Refused("points[2].key", d => d["points"]![2]!.AsObject().Remove("key"));
        Refused("published", d => d.AsObject().Remove("published"));
        Refused("experiment.seed", d => d["experiment"]!.AsObject().Remove("seed"));
        Refused("points[1].figures.commands: expected places in a list of 5", d => d["points"]![1]!["figures"]!["commands"]![0] = 5);
        Refused("points[1].figures.commands", d => d["points"]![1]!["figures"]!["commands"]![0] = -1);
        Refused("commands: expected different lines", d => d["commands"]![1] = "quantise 1");
        Refused("cases: expected different names", d => d["cases"]![1]!["name"] = "one");
        Refused("cases[0]", d => d["cases"]![0]!["slices"] = 0);
        Refused("experiment.task.weights", d => d["experiment"]!["task"]!["weights"] = "soft");
        Refused("model.window", d => d["model"]!["window"]!["low"] = 900);
        Refused("model.classes", d => d["model"]!["classes"] = null);
        Refused("experiment.tables[0].rows", d => d["experiment"]!["tables"]![0]!["rows"]!["a"] = 1);
    }

    [Fact]
    public async Task What_may_be_null_may_be_left_out()
    {
        var file = await _world.RunAsync();
        var document = JsonNode.Parse(await File.ReadAllTextAsync(Result))!;
        foreach (var point in document["points"]!.AsArray())
        {
            Assert.True(point!.AsObject().Remove("times"));
            Assert.True(point.AsObject().Remove("error"));
            Assert.True(point["figures"]!.AsObject().Remove("psnr"));
        }

        Assert.True(document.AsObject().Remove("part"));
        Assert.True(document["experiment"]!.AsObject().Remove("windowAnchor"));
        Assert.True(document["experiment"]!["methods"]![0]!.AsObject().Remove("allocator"));
        await File.WriteAllTextAsync(Result, document.ToJsonString());
        var read = BenchJson.Read(Result);
        Assert.Equal((null, null), (read.Part, read.Experiment.WindowAnchor));
        Assert.All(read.Points, p => Assert.Equal((null, null, null), (p.Times, p.Error, p.Figures!.Psnr)));
        Assert.Equal(file.Points.Select(p => p.Figures!.WindowPsnr), read.Points.Select(p => p.Figures!.WindowPsnr));
    }

    [Fact]
    public async Task Cut_files_are_refused()
    {
        await _world.RunAsync();
        var bytes = await File.ReadAllBytesAsync(Result);
        foreach (var length in (int[])[0, 1, 100, bytes.Length / 2, bytes.Length - 3])
        {
            await File.WriteAllBytesAsync(Result, bytes[..length]);
            OneLine(Assert.Throws<InvalidInputException>(() => BenchJson.Read(Result)));
        }

        OneLine(Assert.Throws<InvalidInputException>(() => BenchJson.Read(Result + ".gone")));
    }

    private void Refused(string words, Action<JsonNode> change)
    {
        var document = JsonNode.Parse(File.ReadAllText(Result))!;
        change(document);
        var path = Path.Combine(_world.Folder(), "changed.json");
        File.WriteAllText(path, document.ToJsonString());
        var fault = Assert.Throws<InvalidInputException>(() => BenchJson.Read(path));
        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
        OneLine(fault);
    }

    private static void OneLine(InvalidInputException fault) => Assert.DoesNotContain('\n', fault.Message);
}
