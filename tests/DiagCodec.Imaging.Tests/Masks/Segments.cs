using DiagCodec.Imaging.Dicom.DataSets;
using DiagCodec.Imaging.Dicom.Gdcm;
using DiagCodec.Imaging.Masks;
using DiagCodec.Imaging.Series;
using DiagCodec.Imaging.Tests.Dicom;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Tests.Masks;

/// <summary>Series, classes and label maps for tests of written segmentations.</summary>
internal static class Segments
{
    public static SegmentClass Class(int number) => new()
    {
        Number = number,
        Name = $"Class {number}",
        Category = new("123037004", "SCT", "Anatomical Structure"),
        Type = new("80891009", "SCT", "Heart"),
        AlgorithmName = "test network",
        AlgorithmVersion = "2.1",
    };

    public static SegmentationWriteOptions Options(int classes) => new()
    {
        Classes = [.. Enumerable.Range(1, classes).Select(Class)],
        SoftwareVersion = "0.1.0",
        CreatedAt = new DateTimeOffset(2025, 2, 3, 4, 5, 6, TimeSpan.Zero),
        ContentCreator = "diagcodec^",
        ContentDescription = "Heart and vessels",
    };

    public static ImageSeries Series(TemporaryFolder folder, int columns, int rows, int slices, Func<Geometry, Geometry>? place = null, Action<DicomDataSet, int>? change = null)
    {
        var path = Directory.CreateDirectory(folder.File($"series-{Guid.NewGuid():N}")).FullName;
        var plain = SyntheticSeries.Volume(columns, rows, slices, SampleFormat.Int16, 16);
        var volume = new Volume(columns, rows, plain.Format, [.. Enumerable.Range(0, slices).Select(z => (ReadOnlyMemory<byte>)plain.SliceBytes(z).ToArray())])
        {
            Geometry = place?.Invoke(plain.Geometry!) ?? plain.Geometry,
        };
        SyntheticSeries.Write(path, volume, change);
        return SyntheticSeries.Read(path);
    }

    /// <summary>Random classes on about half of the voxels; every class is there, the highest on the first voxel.</summary>
    public static LabelMap Labels(ImageSeries series, int classes, int seed)
    {
        var random = new Random(seed);
        var volume = series.Volume;
        var labels = new byte[volume.PixelsPerSlice * volume.Slices];
        for (var i = 0; i < labels.Length; i++)
        {
            labels[i] = (byte)(random.Next(2) * (1 + random.Next(classes)));
        }

        labels[0] = (byte)classes;
        return new(volume.Columns, volume.Rows, volume.Slices, labels, volume.Geometry);
    }

    public static DicomDataSet Parse(string path) => DicomFile.Parse(File.ReadAllBytes(path), new GdcmLibrary()).DataSet;

    /// <summary>One per file of the series, in coding order.</summary>
    public static string?[] SopInstances(ImageSeries series) =>
        [.. series.Headers.Files.Select(f => DicomFile.Parse(f, new GdcmLibrary()).DataSet.Text(DicomTags.SopInstanceUid))];
}
