using System.Globalization;
using DiagCodec.Imaging.Nifti;
using DiagCodec.Imaging.Series;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Benchmarks;

/// <summary>What diagcodec encode holds in memory must be the volume and something that does not grow with it.</summary>
internal static class MemoryBenchmark
{
    public static IReadOnlyList<MemoryRow> Run(string series, IEnumerable<int> slices)
    {
        var folder = Directory.CreateTempSubdirectory("diagcodec-bench-").FullName;
        try
        {
            var volume = SeriesReader.Read(series, null, CancellationToken.None).Volume;
            return [.. slices.Select(n => Run(Repeated(volume, n), folder))];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static MemoryRow Run(Volume volume, string folder)
    {
        var input = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{volume.Slices}.nii"));
        NiftiVolumeWriter.Write(input, volume);
        var program = Path.Combine(AppContext.BaseDirectory, "diagcodec.dll");
        var cost = MeasuredProcess.Run(null, "dotnet", program, "encode", input, "-o", input + ".dgc", "--preset", "fast");
        var bytes = (double)volume.PixelsPerSlice * volume.Slices * volume.Format.Bytes();
        return new MemoryRow(volume.Slices, bytes / (1 << 20), cost);
    }

    private static Volume Repeated(Volume volume, int slices) => new(
        volume.Columns,
        volume.Rows,
        volume.Format,
        [.. Enumerable.Range(0, slices).Select(z => (ReadOnlyMemory<byte>)volume.SliceBytes(z % volume.Slices).ToArray())]);
}
