using System.Text.Json.Nodes;
using DiagCodec.EndToEnd.Support;

namespace DiagCodec.EndToEnd.Bench;

/// <summary>An experiment of a few seconds, and what comes of it.</summary>
internal static class SmallExperiment
{
    public const string Text = """
        {
          "schema": 1,
          "name": "small",
          "title": "Two slices of a synthetic patient",
          "data": { "phantom": { "seeds": [1201], "slices": 2, "size": 96, "sliceSpacing": 1 }, "labels": "1=1,2=1,*=0" },
          "task": { "model": "coronary-cta", "weights": "hardened", "allUnseen": true },
          "anchor": "x265",
          "methods": [
            { "name": "x265", "codec": "x265", "grid": [22, 27, 32, 37], "preset": "fast" },
            { "name": "ROI", "codec": "x265", "grid": [27, 37], "allocator": "roi", "preset": "fast" },
            { "name": "JPEG 2000", "codec": "jpeg-2000", "grid": [0.5, 1] }
          ],
          "pictures": { "cases": ["patient-1201"], "bitsPerVoxel": 0.5 }
        }
        """;

    public const int Points = 8;

    public static string Write(Scratch scratch, string text = Text)
    {
        var path = scratch.Path("experiment.json");
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>bench.json of a folder without the times, which no two runs share.</summary>
    public static string Result(string folder)
    {
        var file = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "bench.json")))!.AsObject();
        foreach (var point in file["points"]!.AsArray())
        {
            Assert.True(point!.AsObject().Remove("times"));
        }

        return file.ToJsonString();
    }
}
