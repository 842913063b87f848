using System.IO.Compression;
using DiagCodec.Imaging.Dicom;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Tests.Dicom;

public sealed class SeriesCreatorTests
{
    [Theory]
    [InlineData(DicomOutputSyntax.ExplicitLittleEndian)]
    [InlineData(DicomOutputSyntax.JpegLs)]
    public void A_made_series_is_a_valid_ct_and_reads_as_it_was_made(DicomOutputSyntax syntax)
    {
        using var folder = new TemporaryFolder();
        var volume = SyntheticSeries.Volume(40, 36, 3, SampleFormat.UInt16, 12);
        DicomSeriesCreator.Write(volume, folder.Path, SyntheticSeries.Described with { Syntax = syntax, ContrastAgent = "IODINE", SeriesDescription = "CTA" }, CancellationToken.None);

        var series = SyntheticSeries.Read(folder.Path);
        SyntheticSeries.AssertSameSamples(volume, series.Volume);
        Assert.Equal("CT 40x36x3, 12 bits", series.Description);
        Assert.Empty(series.Findings);
        Assert.Equal(new Rescale(1, -1024), Assert.Single(series.Volume.Rescales));
        Assert.Equal((0.7, 0.8, 1.25), (series.Volume.Geometry!.ColumnSpacing, series.Volume.Geometry.RowSpacing, series.Volume.Geometry.SliceSpacing));
        Assert.Empty(Judges.Errors(folder.File("IM00001.dcm")));
    }

    [Fact]
    public void The_same_seed_makes_the_same_bytes()
    {
        using var folder = new TemporaryFolder();
        var volume = SyntheticSeries.Volume(40, 36, 1, SampleFormat.UInt16, 12);
        foreach (var name in (string[])["a", "b"])
        {
            Directory.CreateDirectory(folder.File(name));
            DicomSeriesCreator.Write(volume, folder.File(name), SyntheticSeries.Described, CancellationToken.None);
        }

        Assert.Equal(File.ReadAllBytes(folder.File("a/IM00001.dcm")), File.ReadAllBytes(folder.File("b/IM00001.dcm")));
    }

    [SkippableFact]
    public void Headers_of_a_real_series_pack_into_their_budget()
    {
        var headers = SyntheticSeries.Read(RealData.Require("ct-chest-lidc0314-dicom")).Headers.Files;
        var solid = headers.SelectMany(h => h.ToArray()).ToArray();
        var packed = new byte[solid.Length];
        using var encoder = new BrotliEncoder(quality: 11, window: 24);
        encoder.Compress(solid, packed, out _, out var size, isFinalBlock: true);
        Assert.InRange(size, 1, 6000);
    }
}
