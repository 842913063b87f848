using System.Globalization;
using DiagCodec.Coding.Encode;
using DiagCodec.Coding.Prepare;
using DiagCodec.Imaging.Series;

namespace DiagCodec.Benchmarks;

/// <summary>
/// diagcodec encode (reading, preparing, feeding, hashing, archiving) against hevc-encoder alone, whose frames and QP map lie ready
/// in files. Both run by turns, so that a busy machine disturbs both.
/// </summary>
internal static class EncodeBenchmark
{
    public static IReadOnlyList<EncodeRow> Run(string series, int runs, IEnumerable<string> presets)
    {
        var folder = Directory.CreateTempSubdirectory("diagcodec-bench-").FullName;
        try
        {
            var frames = Path.Combine(folder, "frames");
            var format = WriteFrames(series, frames, out var count);
            return [.. presets.Select(preset => Run(series, runs, preset, folder, frames, format, count))];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static EncodeRow Run(string series, int runs, string preset, string folder, string frames, FrameFormat format, int count)
    {
        var (archive, map) = (Path.Combine(folder, "out.dgc"), Path.Combine(folder, "map.csv"));
        string[] whole = ["dotnet", Path.Combine(AppContext.BaseDirectory, "diagcodec.dll"), "encode", series, "-o", archive, "--preset", preset, "--overwrite"];
        string[] alone =
        [
            X265Program.Find(),
            "--width", Text(format.Width), "--height", Text(format.Height), "--depth", Text(format.BitDepth),
            "--chroma", format.Chroma == ChromaFormat.Luma400 ? "400" : "420",
            "--preset", preset, "--qp-map", map, "--frames", Text(count),
            "--output", Path.Combine(folder, "video.hevc"), "--recon", "/dev/null", "--stats", Path.Combine(folder, "statistics"),
        ];

        // The first run of each warms the file cache and is not counted.
        MeasuredProcess.Run(null, [.. whole, "--write-qp-map", map]);
        MeasuredProcess.Run(frames, alone);
        var (ours, theirs) = (new List<Measurement>(), new List<Measurement>());
        for (var i = 0; i < runs; i++)
        {
            ours.Add(MeasuredProcess.Run(null, whole));
            theirs.Add(MeasuredProcess.Run(frames, alone));
        }

        return new EncodeRow(preset, count, Measurement.Median(ours), Measurement.Median(theirs));
    }

    private static FrameFormat WriteFrames(string series, string path, out int count)
    {
        var prepared = PreparedSeries.Of(SeriesReader.Read(series, null, CancellationToken.None), null, null, null);
        using var file = File.Create(path);
        var frame = new byte[prepared.Frames.Format.FrameBytes];
        for (var i = 0; i < prepared.Frames.Count; i++)
        {
            prepared.Frames.Write(i, frame);
            file.Write(frame);
        }

        count = prepared.Frames.Count;
        return prepared.Frames.Format;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
