namespace DiagCodec.Evaluation.Tests.Bench.Experiments;

/// <summary>Experiment files as people write them.</summary>
internal static class ExperimentSamples
{
    /// <summary>Holds no default: every field that a file may have is there but those that exclude each other.</summary>
    public const string Full = """
        {
          "schema": 1,
          "name": "cta-quick",
          "title": "Synthetic coronary CT angiography",
          "data": {
            "phantom": { "seeds": [5, 3], "slices": 12, "size": 128, "sliceSpacing": 1.5 },
            "labels": "1=1,2=1,*=0",
            "cases": ["patient-3"],
            "slices": 8
          },
          "task": { "model": "coronary-cta", "weights": "hardened", "allUnseen": true },
          "anchor": "uniform",
          "methods": [
            { "name": "uniform", "codec": "x265", "grid": [22, 27, 32, 37], "preset": "fast", "gop": "flat" },
            { "name": "ROI", "codec": "x265", "grid": [27], "allocator": "roi", "background": 6, "foreground": 0, "margin": 4, "block": 32, "optional": true },
            { "name": "JPEG-LS", "codec": "jpeg-ls", "grid": [0] }
          ],
          "pictures": { "cases": ["patient-3"], "bitsPerVoxel": 0.2 },
          "tables": [ { "table": "paper-1", "columns": ["bd-rate", "-"], "rows": { "Theirs": "ROI" } } ],
          "seed": 7
        }
        """;

    /// <summary>Only what has to be there.</summary>
    public const string Least = """
        {
          "schema": 1,
          "name": "least",
          "title": "Least",
          "data": {},
          "task": { "model": "coronary-cta" },
          "anchor": "u",
          "methods": [ { "name": "u", "codec": "x265", "grid": [1, 2, 3, 4] } ]
        }
        """;

    public const string Papers = """
        {
          "schema": 1,
          "tables": [
            {
              "name": "paper-1",
              "title": "A table",
              "source": "arXiv 0000.00000",
              "columns": ["BD-rate (%)", "Other"],
              "rows": [ { "label": "Theirs", "values": [-12.5, null] } ],
              "notes": ["Other data."]
            }
          ]
        }
        """;
}
