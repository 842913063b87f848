using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Masks;
using DiagCodec.Imaging.Nifti;
using DiagCodec.Imaging.Series;
using DiagCodec.Imaging.Tests.Dicom;
using DiagCodec.Imaging.Tests.Nifti;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Tests.Masks;

/// <summary>Label maps written as NIfTI lie on their series, in the header's own words, and are read as they were.</summary>
public sealed class WrittenLabelTests
{
    /// <summary>pixdim, spatial units, codes, quaternion, offsets and sform: all that says where voxels are.</summary>
    private static readonly (int At, int Length)[] Orientation = [(76, 16), (123, 1), (252, 76)];

    public static TheoryData<string> NiftiSources => [.. Sources.Keys];

    [Theory]
    [MemberData(nameof(NiftiSources))]
    public void A_nifti_series_lends_its_orientation_to_the_bit(string name)
    {
        using var scratch = new Scratch();
        var file = Sources[name]();
        var series = SeriesReader.Read(file.Save(scratch, "image.nii"), null, default);
        var labels = Segments.Labels(series, 255, 1);
        NiftiVolumeWriter.Write(scratch.File("labels.nii"), labels, series);
        var written = File.ReadAllBytes(scratch.File("labels.nii"));
        foreach (var (at, length) in Orientation)
        {
            Assert.Equal(file.Content[at..(at + length)], written[at..(at + length)]);
        }

        Assert.Equal((2, 8, 1f, 0f), (BitConverter.ToInt16(written, 70), BitConverter.ToInt16(written, 72), BitConverter.ToSingle(written, 112), BitConverter.ToSingle(written, 116)));
        Assert.Equal(352 + labels.Labels.Length, written.Length);
        AssertReadsBack(labels, scratch.File("labels.nii"), series, name == "no orientation" ? "mask-array-order" : null);
    }

    [Fact]
    public void A_big_endian_source_lends_its_orientation_too()
    {
        using var scratch = new Scratch();
        var series = SeriesReader.Read(new NiftiBytes(4, 3, 2, 4, 2, bigEndian: true, extension: 16).Sform(new(-1, 0, 0), new(0, 2, 0), new(0, 0, 3), new(9, 8, 7)).Save(scratch, "image.nii"), null, default);
        var labels = Segments.Labels(series, 3, 1);
        NiftiVolumeWriter.Write(scratch.File("labels.nii.gz"), labels, series);
        NiftiOrientationTests.AssertSame(series.Volume.Geometry!, NiftiReader.Read(scratch.File("labels.nii.gz")).Volume.Geometry!);
        AssertReadsBack(labels, scratch.File("labels.nii.gz"), series);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void A_dicom_series_and_its_labels_get_the_same_header(int slices)
    {
        using var folder = new TemporaryFolder();
        var turned = Segments.Series(folder, 7, 5, slices, g => Geometry.Regular(g.Positions[0], new Vector3(2, 1, -0.5).Normalised(), new Vector3(0.25, 0.5, 2).Normalised(), 0.9, 0.4, 3.3, slices));
        var tilted = Segments.Series(folder, 7, 5, slices, g => g with { Positions = [.. g.Positions.Select((p, z) => p + ((0.3 * z) * g.ColumnDirection))] });
        foreach (var series in (ImageSeries[])[turned, tilted])
        {
            var labels = Segments.Labels(series, 200, 2);
            NiftiVolumeWriter.Write(folder.File("image.nii"), series.Volume, overwrite: true);
            NiftiVolumeWriter.Write(folder.File("labels.nii"), labels with { Geometry = null }, series, overwrite: true);
            var (image, written) = (File.ReadAllBytes(folder.File("image.nii")), File.ReadAllBytes(folder.File("labels.nii")));
            foreach (var (at, length) in Orientation)
            {
                Assert.Equal(image[at..(at + length)], written[at..(at + length)]);
            }

            AssertReadsBack(labels, folder.File("labels.nii"), series);
        }
    }

    [SkippableFact]
    public void A_real_mask_written_anew_is_itself()
    {
        using var scratch = new Scratch();
        var data = RealData.Require("cta-totalseg", "aorta_report");
        var path = Directory.EnumerateFiles(data, "*.nii.gz", SearchOption.AllDirectories).Order(StringComparer.Ordinal).First();
        var series = SeriesReader.Read(path, null, default);
        var labels = Segments.Labels(series, 9, 4);
        NiftiVolumeWriter.Write(scratch.File("labels.nii.gz"), labels, series);
        AssertReadsBack(labels, scratch.File("labels.nii.gz"), series);
    }

    [Fact]
    public void What_nifti_cannot_hold_is_refused()
    {
        using var folder = new TemporaryFolder();
        var uneven = Segments.Series(folder, 5, 4, 4, g => g with { Positions = [.. g.Positions.Select((p, z) => p + ((0.4 * z * z) * g.Normal))] });
        var labels = Segments.Labels(uneven, 1, 1);
        Assert.Contains("off an even spacing", Assert.Throws<UsageException>(() => NiftiVolumeWriter.Write(folder.File("l.nii"), labels, uneven)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => NiftiVolumeWriter.Write(folder.File("l.nii"), labels with { Rows = 3 }, uneven));
        Assert.False(File.Exists(folder.File("l.nii")));
    }

    private static readonly Dictionary<string, Func<NiftiBytes>> Sources = new()
    {
        ["right to left"] = () => new NiftiBytes(5, 4, 3, 4, 2).Sform(new(-0.7, 0, 0), new(0, 0.8, 0), new(0, 0, 2.5), new(10, 20, 30)),
        ["exchanged axes"] = () => new NiftiBytes(5, 4, 3, 16, 4).Sform(new(0, 0, 2.5), new(0, -0.8, 0), new(-0.7, 0, 0), new(10, -20, 30)),
        ["one thick slice"] = () => new NiftiBytes(5, 4, 1, 4, 2).Sform(new(0.7, 0, 0), new(0, 0.7, 0), new(0, 0, -8), new(1, 2, 3)),
        ["quaternion only"] = () => new NiftiBytes(5, 4, 3, 4, 2).Put(252, (short)2).Put(76, -1f).Put(80, 0.5f).Put(84, 0.6f).Put(88, 4f).Put(256, 0.1f).Put(260, 0.2f).Put(264, 0.3f).Put(268, -7.5f),
        ["sheared, in metres"] = () => WithUnits(new NiftiBytes(5, 4, 3, 4, 2).Sform(new(0.001, 0, 0), new(0, 0.002, 0), new(0, 0.0005, 0.003), new(0.01, 0, 0)), 1),
        ["no orientation"] = () => new NiftiBytes(5, 4, 3, 4, 2).Put(80, 2f).Put(84, 2f).Put(88, 3f),
        ["slope and intercept"] = () => new NiftiBytes(5, 4, 3, 4, 2).Sform(new(1, 0, 0), new(0, 1, 0), new(0, 0, 1), default).Put(112, 2f).Put(116, -1024f),
    };

    private static NiftiBytes WithUnits(NiftiBytes file, byte units)
    {
        file.Content[123] = units;
        return file;
    }

    private static void AssertReadsBack(LabelMap labels, string path, ImageSeries series, string? note = null)
    {
        var mask = MaskReader.Read(path, series, default);
        Assert.True(labels.Labels.Span.SequenceEqual(mask.Labels.Labels.Span), "the label map that was read is not the one written");
        Assert.Equal(note is null ? [] : [note], mask.Notes.Select(n => n.Code));
    }
}
