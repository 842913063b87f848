using DiagCodec.Imaging.Dicom.DataSets;
using DiagCodec.Imaging.Dicom.Gdcm;
using DiagCodec.Imaging.Dicom.Pixels;
using DiagCodec.Imaging.Dicom.Writing;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Imaging.Tests.Dicom;

/// <summary>Real files that are odd in some way: each is read and written back with the right pixels, or refused in one line.</summary>
public sealed class OddFilesTests
{
    private static readonly string[] KeptTags = ["0028,0010", "0028,0011", "0028,0101", "0028,0103", "0028,1052", "0028,1053", "0020,0032", "0020,0037", "0028,0030", "0010,0010"];

    public static TheoryData<string, string> Readable { get; } = new()
    {
        { "dcm_qa_12bit/12bitSigned_0x0F0F.dcm", "unused-bits" },
        { "dcm_qa_12bit/12bitUnsigned.dcm", "unused-bits" },
        { "dcm_qa_12bit/12bitUnsigned_0x0F0F.dcm", "unused-bits" },
        { "dcm_qa_ts/1.dcm", "" },
        { "dcm_qa_ts/2.dcm", "" },
        { "dcm_qa_ts/3.dcm", "" },
        { "dcm_qa_ts/4.dcm", "" },
        { "dcm_qa_ts/5.dcm", "" },
        { "dcm_qa_ts/6.dcm", "" },
        { "dcm_qa_ts/7.dcm", "" },
        { "dcm_qa_ts/8.dcm", "" },
        { "dcm_qa_ts/9.dcm", "" },
        { "dcm_qa_ts", "repeated-positions" },
        { "dicom2nifti/failing_gantrytilting_001", "gantry-tilt" },
        { "dicom2nifti/failing_notavolume_001", "repeated-positions" },
        { "dicom2nifti/failing_sliceincrement_001", "missing-slices" },
        { "dicom2nifti/failing_sliceorientation_001", "mixed-orientations" },
        { "dicom2nifti/generic_anatomical_002_non_isotropic", "slopes-differ" },
        { "dicom2nifti/generic_compressed_jpegls_001", "" },
        { "dicom2nifti/generic_compressed_rle_001", "" },
        { "dicom2nifti/hitachi_anatomical_001", "" },
        { "dicom2nifti/hyperfine_multiframe.dcm", "" },
        { "dicom2nifti/philips_mixed_slopes", "repeated-positions slopes-differ" },
        { "dicom2nifti/siemens_multiframe.dcm", "" },
        { "pydicom/693_J2KI.dcm", "lossy-source" },
        { "pydicom/CT_small.dcm", "" },
        { "pydicom/J2K_pixelrep_mismatch.dcm", "" },
        { "pydicom/MR_small.dcm", "" },
        { "pydicom/MR_small_RLE.dcm", "" },
        { "pydicom/MR_small_bigendian.dcm", "" },
        { "pydicom/MR_small_implicit.dcm", "" },
        { "pydicom/MR_small_jp2klossless.dcm", "" },
        { "pydicom/MR_small_jpeg_ls_lossless.dcm", "" },
        { "pydicom/MR_small_padded.dcm", "excess-pixel-data" },
        { "pydicom/image_dfl.dcm", "" },
    };

    [SkippableTheory]
    [MemberData(nameof(Readable))]
    public void Written_pixels_are_what_another_decoder_finds_in_the_source(string entry, string findings)
    {
        var source = RealData.Require(Path.Combine("dicom-odd", entry));
        using var folder = new TemporaryFolder();
        var series = SyntheticSeries.Read(source);
        Assert.Equal(findings, string.Join(' ', series.Findings.Select(f => f.Code)));

        var written = SyntheticSeries.WriteBack(series, folder.File("out"), SyntheticSeries.LossyOptions).ToDictionary(f => Judges.Value(f, "0002,0003")!);
        foreach (var file in Directory.Exists(source) ? Directory.GetFiles(source) : [source])
        {
            var plain = Judges.Decompress(file, folder.File("plain.dcm"));
            var ours = written[DerivedUid.Of(SyntheticSeries.Options.IdentityHash, Judges.Value(file, "0008,0018")!)];
            Assert.True(StoredValues(plain).AsSpan().SequenceEqual(StoredValues(ours)), $"{file} is not what was written");

            // dciodvfy cannot inflate.
            Assert.Empty(Judges.NewErrors(entry.Contains("dfl", StringComparison.Ordinal) ? plain : file, ours));
            Assert.Equal(Judges.Lines(file, KeptTags), Judges.Lines(ours, KeptTags));
        }
    }

    [SkippableTheory]
    [InlineData("dicom2nifti/generic_rgb_001", "colour image (RGB")]
    [InlineData("pydicom/SC_rgb_small_odd.dcm", "colour image (RGB")]
    [InlineData("pydicom/MR_truncated.dcm", "Pixel Data should have 8192 bytes, only 8130 are there")]
    [InlineData("pydicom/JPEG2000-embedded-sequence-delimiter.dcm", "promises 256x1024 pixels")]
    [InlineData("pydicom/no_meta.dcm", "is not a DICOM file")]
    [InlineData("pydicom/meta_missing_tsyntax.dcm", "has no data set")]
    [InlineData("pydicom/ExplVR_LitEndNoMeta.dcm", "RTPLAN")]
    [InlineData("pydicom/ExplVR_BigEndNoMeta.dcm", "RTPLAN")]
    [InlineData("pydicom", "meta_missing_tsyntax.dcm")]
    public void What_cannot_be_coded_is_refused_in_one_line(string entry, string because)
    {
        var source = RealData.Require(Path.Combine("dicom-odd", entry));
        var e = Assert.Throws<InvalidInputException>(() => SyntheticSeries.Read(source));
        Assert.Contains(because, e.Message, StringComparison.Ordinal);
        Assert.StartsWith(source, e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', e.Message);
    }

    [SkippableFact]
    public void One_slice_in_nine_transfer_syntaxes_is_nine_times_the_same()
    {
        var volume = SyntheticSeries.Read(RealData.Require("dicom-odd/dcm_qa_ts")).Volume;
        Assert.Equal(9, volume.Slices);
        Assert.All(Enumerable.Range(1, 8), z => Assert.True(volume.SliceBytes(0).SequenceEqual(volume.SliceBytes(z))));
    }

    private static byte[] StoredValues(string file)
    {
        var layout = PixelLayout.Of(DicomFile.Parse(File.ReadAllBytes(file), new GdcmLibrary()).DataSet);
        var raw = Judges.RawPixels(file).AsSpan(0, (int)(layout.FrameBytes * layout.Frames)).ToArray();
        StoredBits.Extract(raw, layout);
        return raw;
    }
}
