using System.Buffers;
using DiagCodec.Imaging.Dicom;
using DiagCodec.Imaging.Dicom.DataSets;
using DiagCodec.Imaging.Dicom.Pixels;
using DiagCodec.Imaging.Dicom.Writing;
using DiagCodec.Imaging.Series;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Tests.Dicom;

/// <summary>Small series with every oddity that a test asks for.</summary>
internal static class SyntheticSeries
{
    public static NewDicomSeries Described { get; } = new()
    {
        Seed = "test",
        PatientName = "PHANTOM^0001",
        PatientId = "PHANTOM-0001",
        SoftwareVersion = "0.1.0",
        AgeYears = 60,
    };

    public static DicomWriteOptions Options { get; } = new() { IdentityHash = "0123abcd", SoftwareVersion = "0.1.0" };

    public static DicomWriteOptions LossyOptions { get; } =
        Options with { Lossy = new LossyStep(43.2671, "Lossy compression with HEVC by diagcodec 0.1.0, QP 32") };

    public static Volume Volume(int columns, int rows, int slices, SampleFormat format, int bitsStored, int seed = 1)
    {
        var random = new Random(seed);
        var layout = new PixelLayout(columns, rows, 1, 8 * format.Bytes(), bitsStored, bitsStored - 1, format.IsSigned(), false);
        var samples = new List<ReadOnlyMemory<byte>>();
        for (var z = 0; z < slices; z++)
        {
            var stored = Enumerable.Range(0, columns * rows)
                .Select(i => (int)random.NextInt64(layout.Lowest, Math.Min(int.MaxValue, layout.Highest) + 1)).ToArray();
            (stored[0], stored[^1]) = ((int)layout.Lowest, (int)Math.Min(int.MaxValue, layout.Highest));
            var bytes = new byte[layout.FrameBytes];
            Volumes.Volume.Narrow(stored, format, bytes);
            samples.Add(bytes);
        }

        return new Volume(columns, rows, format, [.. samples])
        {
            BitsStored = bitsStored,
            Rescales = [new Rescale(1, -1024)],
            Geometry = Geometry.Regular(new Vector3(-100.5, -90.25, 30), new Vector3(1, 0, 0), new Vector3(0, 1, 0), 0.7, 0.8, 1.25, slices),
        };
    }

    /// <summary>Writes one file per slice after <paramref name="change"/> has had its way with the header.</summary>
    public static void Write(string folder, Volume volume, Action<DicomDataSet, int>? change = null, Func<int, byte[]>? pixels = null)
    {
        for (var z = 0; z < volume.Slices; z++)
        {
            var set = NewHeader.Of(volume, Described, z);
            change?.Invoke(set, z);
            set.Set(new DicomElement(DicomTags.PixelData, volume.Format.Bytes() > 1 ? Vr.OW : Vr.OB, pixels?.Invoke(z) ?? volume.SliceBytes(z).ToArray()));
            WriteFile(Path.Combine(folder, $"slice{z:000}.dcm"), set);
        }
    }

    public static void WriteFile(string path, DicomDataSet set)
    {
        var meta = new OutputHeader(Options).MetaFor(set);
        var bytes = new ArrayBufferWriter<byte>();
        DataSetWriter.WriteMeta(bytes, meta);
        DataSetWriter.Write(bytes, set.Elements);
        File.WriteAllBytes(path, bytes.WrittenSpan);
    }

    /// <summary>Writes a series as it was read into a new folder and gives the names of the files.</summary>
    public static string[] WriteBack(ImageSeries series, string folder, DicomWriteOptions options)
    {
        Directory.CreateDirectory(folder);
        using var writer = new DicomSliceWriter(series.Headers, folder, options);
        var stored = new int[series.Volume.PixelsPerSlice];
        for (var z = 0; z < series.Volume.Slices; z++)
        {
            series.Volume.ReadSlice(z, stored);
            writer.Write(z, stored, []);
        }

        writer.Complete();
        return [.. Directory.GetFiles(folder).Order(StringComparer.Ordinal)];
    }

    public static ImageSeries Read(string path, string? uid = null) => DicomSeriesReader.Read(path, uid, CancellationToken.None);

    public static void AssertSameSamples(Volume expected, Volume found)
    {
        Assert.Equal(expected.Slices, found.Slices);
        for (var z = 0; z < expected.Slices; z++)
        {
            Assert.True(expected.SliceBytes(z).SequenceEqual(found.SliceBytes(z)), $"slice {z + 1} differs");
        }
    }
}
