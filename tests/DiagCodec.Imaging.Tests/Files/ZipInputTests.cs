using System.IO.Compression;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Files;
using DiagCodec.Imaging.Tests.Dicom;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Tests.Files;

public sealed class ZipInputTests
{
    [Fact]
    public void A_series_in_a_zip_is_read_and_called_by_its_name_there()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("in/CT"));
        var volume = SyntheticSeries.Volume(8, 8, 3, SampleFormat.UInt16, 12);
        SyntheticSeries.Write(folder.File("in/CT"), volume);
        var zip = folder.File("series.zip");
        ZipFile.CreateFromDirectory(folder.File("in"), zip);
        SyntheticSeries.AssertSameSamples(volume, SyntheticSeries.Read(zip).Volume);

        File.WriteAllBytes(folder.File("in/CT/slice001.dcm"), File.ReadAllBytes(folder.File("in/CT/slice001.dcm"))[..400]);
        File.Delete(zip);
        ZipFile.CreateFromDirectory(folder.File("in"), zip);
        var e = Assert.Throws<InvalidInputException>(() => SyntheticSeries.Read(zip));
        Assert.StartsWith(Path.Combine(zip, "CT", "slice001.dcm"), e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../evil.dcm")]
    [InlineData("a/../../evil.dcm")]
    [InlineData("/etc/evil.dcm")]
    [InlineData("..\\evil.dcm")]
    [InlineData("C:evil.dcm")]
    public void Names_that_lead_elsewhere_are_refused(string name) =>
        Assert.Contains("leads out of the archive", Refused(zip => Add(zip, name, "x")), StringComparison.Ordinal);

    [Fact]
    public void Doubled_names_are_refused() => Assert.Contains("twice", Refused(zip =>
    {
        Add(zip, "a.dcm", "x");
        Add(zip, "A.dcm", "y");
    }), StringComparison.Ordinal);

    [Fact]
    public void Links_are_refused() => Assert.Contains("is a link", Refused(zip =>
        Add(zip, "link", "/etc/passwd").ExternalAttributes = 0xA1FF << 16), StringComparison.Ordinal);

    [Fact]
    public void A_bomb_is_refused_before_it_is_unpacked() => Assert.Contains("would grow", Refused(zip =>
    {
        using var stream = zip.CreateEntry("zeros", CompressionLevel.SmallestSize).Open();
        var zeros = new byte[1 << 20];
        for (var i = 0; i < 100; i++)
        {
            stream.Write(zeros);
        }
    }), StringComparison.Ordinal);

    [Fact]
    public void A_broken_zip_leaves_nothing_behind()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("broken.zip");
        using (var zip = ZipFile.Open(path, ZipArchiveMode.Create))
        {
            Add(zip, "a", new string('x', 1000));
        }

        var bytes = File.ReadAllBytes(path);
        for (var length = 4; length < bytes.Length; length += 7)
        {
            File.WriteAllBytes(path, bytes[..length]);
            Assert.Throws<InvalidInputException>(() => ZipInput.Unpack(path, CancellationToken.None));
        }
    }

    private static ZipArchiveEntry Add(ZipArchive zip, string name, string text)
    {
        var entry = zip.CreateEntry(name);
        using var writer = new StreamWriter(entry.Open());
        writer.Write(text);
        return entry;
    }

    private static string Refused(Action<ZipArchive> fill)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("hostile.zip");
        using (var zip = ZipFile.Open(path, ZipArchiveMode.Create))
        {
            fill(zip);
        }

        return Assert.Throws<InvalidInputException>(() => ZipInput.Unpack(path, CancellationToken.None)).Message;
    }
}
