using System.IO.Compression;
using DiagCodec.Imaging.Dicom;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Nifti;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Tests.Nifti;

public sealed class NiftiRealFileTests
{
    [SkippableFact]
    public void Float_ct_is_read_as_int16_and_written_back_byte_by_byte()
    {
        foreach (var patient in Directory.GetDirectories(RealData.Require("sts-nifti")).Order().Take(5))
        {
            var series = NiftiReader.Read(Path.Combine(patient, "CT_image.nii.gz"));
            Assert.Equal(SampleFormat.Int16, series.Volume.Format);
            Assert.Equal(Unpacked(series.Path), NiftiValueTests.Rewrite(series, description: null));
            var mask = NiftiLabelReader.Read(Path.Combine(patient, "CT_mask.nii.gz"));
            Assert.Equal((series.Volume.Columns, series.Volume.Rows, series.Volume.Slices), (mask.Columns, mask.Rows, mask.Slices));
            Assert.True(mask.Labels.Span.ContainsAnyExcept((byte)0));
            NiftiOrientationTests.AssertSame(series.Volume.Geometry!, mask.Geometry!);
        }
    }

    [SkippableFact]
    public void Contrast_ct_has_the_size_and_range_its_publisher_names()
    {
        var series = NiftiReader.Read(RealData.Require("cta-totalseg", "aorta_report", "ct_cropped.nii.gz"));
        var volume = series.Volume;
        Assert.Equal((120, 126, 164), (volume.Columns, volume.Rows, volume.Slices));
        var values = new int[volume.PixelsPerSlice];
        var (low, high) = (int.MaxValue, int.MinValue);
        for (var z = 0; z < volume.Slices; z++)
        {
            volume.ReadSlice(z, values);
            (low, high) = (Math.Min(low, values.Min()), Math.Max(high, values.Max()));
        }

        Assert.Equal((-1078, 3343), (low, high));
        Assert.Equal(1.5, volume.Geometry!.ColumnSpacing, 1e-4);
        Assert.Equal(Unpacked(series.Path), NiftiValueTests.Rewrite(series, description: null));
    }

    [SkippableFact]
    public void Float_volumes_with_fractions_are_refused_with_advice()
    {
        var path = RealData.Require("sts-nifti", "STS_001", "PET_image.nii.gz");
        Assert.Contains("scl_slope", Assert.Throws<InvalidInputException>(() => NiftiReader.Read(path)).Message, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("ct-chest-lidc0314-dicom", true)]
    [InlineData("dicom-odd/dicom2nifti/failing_gantrytilting_001", false)]
    public void Dicom_series_keep_their_place_and_values_in_nifti(string folder, bool hasQform)
    {
        using var scratch = new Scratch();
        var volume = DicomSeriesReader.Read(RealData.Require(folder.Split('/')), null, CancellationToken.None).Volume;
        NiftiVolumeWriter.Write(scratch.File("v.nii"), volume);
        Assert.Equal(hasQform ? 1 : 0, File.ReadAllBytes(scratch.File("v.nii"))[252]);
        var read = NiftiReader.Read(scratch.File("v.nii")).Volume;
        NiftiOrientationTests.AssertSame(volume.Geometry!, read.Geometry!);
        Assert.Equal(volume.RescaleOf(0), read.RescaleOf(0));
        Assert.All(Enumerable.Range(0, volume.Slices), z => Assert.Equal(volume.SliceBytes(z), read.SliceBytes(z)));
    }

    [SkippableFact]
    public void Dicom_series_with_a_missing_slice_are_not_written_as_nifti()
    {
        using var scratch = new Scratch();
        var volume = DicomSeriesReader.Read(RealData.Require("dicom-odd", "dicom2nifti", "failing_sliceincrement_001"), null, CancellationToken.None).Volume;
        Assert.Contains("mm off an even spacing", Assert.Throws<UsageException>(() => NiftiVolumeWriter.Write(scratch.File("v.nii"), volume)).Message, StringComparison.Ordinal);
    }

    private static byte[] Unpacked(string path)
    {
        using var gzip = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var content = new MemoryStream();
        gzip.CopyTo(content);
        return content.ToArray();
    }
}
