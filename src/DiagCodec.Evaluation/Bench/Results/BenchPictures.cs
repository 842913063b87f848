using System.Collections.Immutable;
using DiagCodec.Evaluation.Bench.Run;
using DiagCodec.Evaluation.Bench.Store;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Evaluation.Bench.Results;

/// <summary>The pictures that a bench left in its folder.</summary>
public static class BenchPictures
{
    internal const string IndexKey = "pictures 1";

    /// <summary>Two slices of 8192 x 8192 with their masks stay below it.</summary>
    internal const int LongestFile = int.MaxValue / 2;

    /// <param name="folder">Where bench.json is.</param>
    /// <returns>Those of the last run, by case and method, both in the experiment's order; none where the experiment asks for none.</returns>
    /// <exception cref="InvalidInputException">A picture is missing or broken.</exception>
    public static ImmutableArray<BenchPicture> Read(string folder)
    {
        var bench = new BenchFolder(folder);
        if (!File.Exists(bench.PictureIndex))
        {
            return [];
        }

        var index = CacheFile.Read(bench.PictureIndex, IndexKey, CacheContext.Default.PictureIndex)
            ?? throw new InvalidInputException($"{bench.PictureIndex}: is broken; run 'diagcodec bench' again");
        return
        [
            .. index.Keys.Select(key => PictureStage.Read(bench, key)
                ?? throw new InvalidInputException($"{bench.Picture(key)}: is missing or broken; run 'diagcodec bench' again")),
        ];
    }
}
