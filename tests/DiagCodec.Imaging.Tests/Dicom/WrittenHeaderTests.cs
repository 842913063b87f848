using DiagCodec.Imaging.Dicom;
using DiagCodec.Imaging.Dicom.DataSets;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Tests.Dicom;

public sealed class WrittenHeaderTests
{
    private static readonly string[] Pictures = ["IM00001.dcm", "IM00002.dcm"];

    [Fact]
    public void Lossy_output_says_so_and_validators_agree()
    {
        using var folder = new TemporaryFolder();
        SyntheticSeries.Write(folder.Path, SyntheticSeries.Volume(16, 16, 2, SampleFormat.Int16, 16));
        var source = folder.File("slice000.dcm");
        var written = SyntheticSeries.WriteBack(SyntheticSeries.Read(folder.Path), folder.File("out"), SyntheticSeries.LossyOptions);

        Assert.Equal(Pictures, written.Select(Path.GetFileName));
        Assert.Equal("01", Judges.Value(written[0], "0028,2110"));
        Assert.Equal("43.267", Judges.Value(written[0], "0028,2112"));
        Assert.Equal("ISO_23008_2", Judges.Value(written[0], "0028,2114"));
        Assert.Equal(@"DERIVED\PRIMARY\AXIAL", Judges.Value(written[0], "0008,0008"));
        Assert.Equal("Lossy compression with HEVC by diagcodec 0.1.0, QP 32", Judges.Value(written[0], "0008,2111"));
        Assert.Equal(Judges.Value(source, "0008,0018"), Judges.Value(written[0], "0008,1155"));
        Assert.Equal("DIAGCODEC 0.1.0", Judges.Value(written[0], "0002,0013"));
        Assert.Equal(Judges.Value(written[0], "0008,0018"), Judges.Value(written[0], "0002,0003"));
        foreach (var tag in (string[])["0020,000d", "0020,0052", "0010,0010"])
        {
            Assert.Equal(Judges.Value(source, tag), Judges.Value(written[0], tag));
        }

        Assert.Empty(Judges.Errors(source));
        Assert.Empty(Judges.Errors(written[0]));
        Assert.Contains("Dimensions: (16,16,1)", Judges.Run("gdcminfo", [written[0]]), StringComparison.Ordinal);
    }

    [Fact]
    public void Uids_are_new_valid_and_the_same_for_the_same_archive()
    {
        using var folder = new TemporaryFolder();
        SyntheticSeries.Write(folder.Path, SyntheticSeries.Volume(4, 4, 2, SampleFormat.UInt16, 12));
        var series = SyntheticSeries.Read(folder.Path);
        string[] Uids(string name, DicomWriteOptions options)
        {
            var files = SyntheticSeries.WriteBack(series, folder.File(name), options);
            return [.. files.Select(f => Judges.Value(f, "0008,0018")!), Judges.Value(files[0], "0020,000e")!];
        }

        var kept = Uids("kept", SyntheticSeries.Options with { Uids = UidPolicy.Keep });
        var first = Uids("first", SyntheticSeries.Options);
        Assert.Equal(series.Id, kept[^1]);
        Assert.Equal(first, Uids("again", SyntheticSeries.Options));
        Assert.Equal(9, kept.Concat(first).Concat(Uids("other", SyntheticSeries.Options with { IdentityHash = "ffff" })).Distinct().Count());
        Assert.All(first, uid => Assert.Matches("^2\\.25\\.[1-9][0-9]{1,38}$", uid));
    }

    [Fact]
    public void An_older_lossy_step_stays_in_front()
    {
        using var folder = new TemporaryFolder();
        SyntheticSeries.Write(folder.Path, SyntheticSeries.Volume(4, 4, 1, SampleFormat.UInt16, 12), (set, _) =>
        {
            set.SetText(DicomTags.LossyImageCompression, Vr.CS, "01");
            set.SetText(DicomTags.LossyImageCompressionRatio, Vr.DS, "8.5");
            set.SetText(DicomTags.LossyImageCompressionMethod, Vr.CS, "ISO_15444_1");
            set.SetText(DicomTags.DerivationDescription, Vr.ST, new string('x', 1020));
        });
        var series = SyntheticSeries.Read(folder.Path);
        var written = SyntheticSeries.WriteBack(series, folder.File("out"), SyntheticSeries.LossyOptions)[0];

        Assert.Equal("lossy-source", Assert.Single(series.Findings).Code);
        Assert.Equal(@"8.5\43.267", Judges.Value(written, "0028,2112"));
        Assert.Equal(@"ISO_15444_1\ISO_23008_2", Judges.Value(written, "0028,2114"));
        var twice = SyntheticSeries.WriteBack(SyntheticSeries.Read(folder.File("out")), folder.File("twice"), SyntheticSeries.LossyOptions)[0];
        Assert.Equal(@"8.5\43.267\43.267", Judges.Value(twice, "0028,2112"));
        var text = DicomFile.Parse(File.ReadAllBytes(twice), new Imaging.Dicom.Gdcm.GdcmLibrary()).DataSet.Text(DicomTags.DerivationDescription)!;
        Assert.True(text.Length <= 1024);
        Assert.EndsWith("QP 32", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Lossless_output_claims_no_derivation()
    {
        using var folder = new TemporaryFolder();
        SyntheticSeries.Write(folder.Path, SyntheticSeries.Volume(4, 4, 1, SampleFormat.UInt16, 12));
        var written = SyntheticSeries.WriteBack(SyntheticSeries.Read(folder.Path), folder.File("out"), SyntheticSeries.Options)[0];
        Assert.Equal(@"ORIGINAL\PRIMARY\AXIAL", Judges.Value(written, "0008,0008"));
        Assert.Null(Judges.Value(written, "0028,2110"));
    }

    [Fact]
    public void Smallest_and_largest_values_follow_the_pixels()
    {
        using var folder = new TemporaryFolder();
        SyntheticSeries.Write(folder.Path, SyntheticSeries.Volume(2, 1, 1, SampleFormat.Int16, 12), (set, _) =>
        {
            set.SetPixelValue(DicomTags.SmallestImagePixelValue, 1, isSigned: true);
            set.SetPixelValue(DicomTags.LargestImagePixelValue, 2, isSigned: true);
            set.SetPixelValue(DicomTags.LargestPixelValueInSeries, 2, isSigned: true);
        });
        var series = SyntheticSeries.Read(folder.Path);
        Directory.CreateDirectory(folder.File("out"));
        using var writer = new DicomSliceWriter(series.Headers, folder.File("out"), SyntheticSeries.LossyOptions);
        writer.Write(0, [-7, 99], []);
        writer.Complete();
        var written = folder.File("out/IM00001.dcm");
        Assert.Equal("-7", Judges.Value(written, "0028,0106"));
        Assert.Equal("99", Judges.Value(written, "0028,0107"));
        Assert.Null(Judges.Value(written, "0028,0109"));
    }

    [Fact]
    public void Creation_time_is_told_in_the_zone_of_the_data_set()
    {
        using var folder = new TemporaryFolder();
        SyntheticSeries.Write(folder.Path, SyntheticSeries.Volume(4, 4, 1, SampleFormat.UInt16, 12), (set, _) =>
        {
            set.SetText(DicomTags.TimezoneOffsetFromUtc, Vr.SH, "+0200");
            set.SetText(DicomTags.InstanceCreationDate, Vr.DA, "19990101");
        });
        var series = SyntheticSeries.Read(folder.Path);
        var now = new DateTimeOffset(2026, 5, 4, 23, 30, 1, TimeSpan.Zero);
        var dated = SyntheticSeries.WriteBack(series, folder.File("dated"), SyntheticSeries.Options with { CreatedAt = now })[0];
        Assert.Equal("20260505", Judges.Value(dated, "0008,0012"));
        Assert.Equal("013001", Judges.Value(dated, "0008,0013"));
        var undated = SyntheticSeries.WriteBack(series, folder.File("undated"), SyntheticSeries.Options)[0];
        Assert.Null(Judges.Value(undated, "0008,0012"));
    }
}
