using DiagCodec.Evaluation.Bench.Methods;
using DiagCodec.Evaluation.Bench.Results;
using DiagCodec.Evaluation.Bench.Store;
using DiagCodec.Imaging.Volumes;
using DiagCodec.Networks.Files;
using DiagCodec.Segmentation.Infer;

namespace DiagCodec.Evaluation.Bench.Run;

/// <summary>Keeps a slice of every method for the report, once all points of a case are there.</summary>
internal static class PictureStage
{
    public static async Task MakeAsync(RunContext run, CaseWork work, Func<BenchNetwork, CaseSegmenter> open, CancellationToken cancellation)
    {
        foreach (var point in Chosen(run, work))
        {
            var key = Key(run, point);
            if (Read(run.Folder, key) is not null)
            {
                continue;
            }

            var picture = await PictureAsync(run, point, open, cancellation);
            var bytes = StoredBytes.Compress(CacheFile.Format(key, picture, CacheContext.Default.BenchPicture));
            OutputFile.Write(run.Folder.Picture(key), overwrite: true, stream => stream.Write(bytes));
        }
    }

    /// <summary>Remembers which pictures belong to this run.</summary>
    public static void WriteIndex(RunContext run, IEnumerable<CaseWork> cases) => CacheFile.Write(
        run.Folder.PictureIndex,
        BenchPictures.IndexKey,
        new PictureIndex([.. cases.SelectMany(c => Chosen(run, c)).Select(p => Key(run, p))]),
        CacheContext.Default.PictureIndex);

    /// <returns>Null where it is missing or broken.</returns>
    public static BenchPicture? Read(BenchFolder folder, string key) =>
        StoredBytes.Read(folder.Picture(key)) is { } bytes && StoredBytes.DecompressAtMost(bytes, BenchPictures.LongestFile) is { } json
            ? CacheFile.Parse(json, key, CacheContext.Default.BenchPicture)
            : null;

    /// <summary>The point of every method with an image whose rate is nearest in ratio to the one asked for; of equally near ones the first.</summary>
    private static IEnumerable<PointWork> Chosen(RunContext run, CaseWork work) =>
        run.Setup.Experiment.Pictures is { } setting && setting.Cases.Contains(work.Source.Name, StringComparer.Ordinal)
            ? work.Points
                .Where(p => p.Outcome?.Point.Figures is not null && p.Method is IImageMethod)
                .GroupBy(p => p.MethodIndex)
                .Select(g => g.MinBy(p => Math.Abs(Math.Log(p.Outcome!.Point.Figures!.BitsPerVoxel / setting.BitsPerVoxel)))!)
            : [];

    private static string Key(RunContext run, PointWork point)
    {
        var facts = point.Case.Facts!;
        var score = StageKey.Score(point.Outcome!.Point.Figures!.DecodedSha256, facts.Case.Sha256, point.Network.Sha256, run.Setup.Task);
        return StageKey.Picture(score, point.Key, point.Method.Facts.Name, point.Case.Source.Name, point.Parameter, facts.PredictionSha256);
    }

    private static async Task<BenchPicture> PictureAsync(RunContext run, PointWork point, Func<BenchNetwork, CaseSegmenter> open, CancellationToken cancellation)
    {
        var contents = await point.Case.ContentsAsync(run, cancellation);
        var decoded = await CodingStage.DecodeAgainAsync(run, point, contents, () => open(point.Network), cancellation);
        var found = Found(run, point, contents) ?? open(point.Network).Segment(decoded.Volume!, cancellation);
        var z = MostMask(contents.Mask);
        var picture = new BenchPicture(
            point.Case.Source.Name,
            point.Method.Facts.Name,
            point.Parameter,
            z,
            contents.Volume.Columns,
            contents.Volume.Rows,
            [.. Physical(contents.Volume, z)],
            [.. Physical(decoded.Volume!, z)],
            [.. contents.Own.Slice(z)],
            [.. found.Slice(z)]);
        var folder = CodingStage.Folder(run, point);
        return folder.Read() is { } coded && folder.ReadMap(coded) is { } map
            ? picture with { Block = map.BlockSize, Qps = [.. Enumerable.Range(0, map.BlocksPerFrame).Select(b => map.AbsoluteQp(z, b))] }
            : picture;
    }

    private static LabelMap? Found(RunContext run, PointWork point, CaseContents contents)
    {
        var stored = StoredPoint.Read(run, point);
        return stored is { Decoded: { } decoded, Score: { } score }
            ? LabelFile.Read(
                run.Folder.Found(ScoreStage.Key(run, point, decoded.Sha256)),
                (contents.Volume.Columns, contents.Volume.Rows, contents.Volume.Slices),
                contents.Volume.Geometry,
                score.PredictionSha256)
            : null;
    }

    private static int MostMask(LabelMap mask)
    {
        var counts = Enumerable.Range(0, mask.Slices).Select(z => (mask.Columns * mask.Rows) - mask.Slice(z).Count((byte)0)).ToArray();
        return counts.Max() == 0 ? mask.Slices / 2 : Array.IndexOf(counts, counts.Max());
    }

    private static float[] Physical(Volume volume, int z)
    {
        var stored = new int[volume.PixelsPerSlice];
        volume.ReadSlice(z, stored);
        var rescale = volume.RescaleOf(z);
        return Array.ConvertAll(stored, v => (float)rescale.Apply(v));
    }
}
