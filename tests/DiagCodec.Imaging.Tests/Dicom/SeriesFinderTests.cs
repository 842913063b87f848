using DiagCodec.Imaging.Dicom;
using DiagCodec.Imaging.Dicom.DataSets;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Tests.Dicom;

public sealed class SeriesFinderTests
{
    [Fact]
    public void Foreign_files_and_other_objects_are_passed_over()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("deep/er"));
        SyntheticSeries.Write(folder.File("deep/er"), SyntheticSeries.Volume(4, 4, 3, SampleFormat.UInt16, 12));
        File.WriteAllText(folder.File("readme.txt"), "not DICOM");
        File.WriteAllBytes(folder.File("empty"), []);
        File.WriteAllBytes(folder.File("deep/looks-like"), [8, 0, 5, 0, (byte)'C', (byte)'S', 255, 255, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        SyntheticSeries.WriteFile(folder.File("plan.dcm"), Plan());

        var found = Assert.Single(DicomSeriesFinder.Find(folder.Path, CancellationToken.None));
        Assert.Equal(("CT", 4, 4, 3, 3), (found.Modality, found.Columns, found.Rows, found.Frames, found.Files.Length));
        Assert.Contains("(RTPLAN); name a DICOM image", Refused(folder.File("plan.dcm")), StringComparison.Ordinal);
        Assert.Contains("is not a DICOM file", Refused(folder.File("readme.txt")), StringComparison.Ordinal);
    }

    [Fact]
    public void Several_series_are_listed_and_chosen_by_a_part_of_their_uid()
    {
        using var folder = new TemporaryFolder();
        foreach (var uid in (string[])["1.2.3", "1.2.4", "1.5.3"])
        {
            Directory.CreateDirectory(folder.File(uid));
            SyntheticSeries.Write(folder.File(uid), SyntheticSeries.Volume(4, 4, 1, SampleFormat.UInt16, 12), (set, _) => set.SetText(DicomTags.SeriesInstanceUid, Vr.UI, uid));
        }

        Assert.Equal(
            $"{folder.Path}: holds 3 series, choose one with --series UID: 1.2.3 (CT 4x4, 1 slice in 1 file); 1.2.4 (CT 4x4, 1 slice in 1 file); 1.5.3 (CT 4x4, 1 slice in 1 file)",
            Refused(folder.Path));
        Assert.Equal("1.2.4", SyntheticSeries.Read(folder.Path, "4").Id);
        Assert.Equal("1.5.3", SyntheticSeries.Read(folder.Path, "1.5").Id);
        Assert.Contains("2 series with UID 3", Refused(folder.Path, "3"), StringComparison.Ordinal);
        Assert.Contains("no series with UID 7", Refused(folder.Path, "7"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_images_says_how_many_files_were_looked_at()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("a"), "a");
        SyntheticSeries.WriteFile(folder.File("plan.dcm"), Plan());
        Assert.Equal($"{folder.Path}: no DICOM images found; looked at 2 files, 1 of them DICOM objects of other kinds", Refused(folder.Path));
        Assert.Contains("no such file or folder", Refused(folder.File("nowhere")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_cut_off_in_its_header_is_not_dropped_from_its_folder()
    {
        using var folder = new TemporaryFolder();
        SyntheticSeries.Write(folder.Path, SyntheticSeries.Volume(4, 4, 3, SampleFormat.UInt16, 12));
        var broken = folder.File("slice001.dcm");
        var bytes = File.ReadAllBytes(broken);
        foreach (var length in (int[])[200, 500, 700, 1000])
        {
            File.WriteAllBytes(broken, bytes[..length]);
            Assert.StartsWith(broken, Refused(folder.Path), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Files_without_preamble_are_read()
    {
        using var folder = new TemporaryFolder();
        var volume = SyntheticSeries.Volume(4, 4, 1, SampleFormat.UInt16, 12);
        SyntheticSeries.Write(folder.Path, volume);
        var bytes = File.ReadAllBytes(folder.File("slice000.dcm"));
        var dataSet = 132 + 12 + BitConverter.ToInt32(bytes, 140);
        File.WriteAllBytes(folder.File("slice000.dcm"), bytes[dataSet..]);
        SyntheticSeries.AssertSameSamples(volume, SyntheticSeries.Read(folder.Path).Volume);
    }

    [Fact]
    public void A_link_to_a_folder_above_does_not_go_round_for_ever()
    {
        using var folder = new TemporaryFolder();
        SyntheticSeries.Write(folder.Path, SyntheticSeries.Volume(4, 4, 1, SampleFormat.UInt16, 12));
        Directory.CreateSymbolicLink(folder.File("round"), folder.Path);
        Assert.Equal(1, SyntheticSeries.Read(folder.Path).Volume.Slices);
    }

    private static DicomDataSet Plan()
    {
        var plan = new DicomDataSet();
        plan.SetText(DicomTags.SopClassUid, Vr.UI, "1.2.840.10008.5.1.4.1.1.481.5");
        plan.SetText(DicomTags.Modality, Vr.CS, "RTPLAN");
        return plan;
    }

    private static string Refused(string path, string? uid = null) =>
        Assert.Throws<InvalidInputException>(() => SyntheticSeries.Read(path, uid)).Message;
}
