using DiagCodec.Coding.Archive;
using DiagCodec.Coding.Tests.Support;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Coding.Tests.Archive;

public sealed class DamagedArchiveTests
{
    [Fact]
    public void An_archive_cut_off_anywhere_is_refused()
    {
        using var folder = new TempFolder();
        var bytes = Archives.Bytes();
        for (var i = 0; i < 100; i++)
        {
            var path = folder.Write("a.dgc", bytes[..(bytes.Length * i / 100)]);
            Memory.AssertLittle(() => Told.Of(() => Archives.ReadAll(path), "a.dgc"));
        }

        Told.Of(() => Archives.ReadAll(folder.Write("a.dgc", bytes[..^1])), "a.dgc");
    }

    [Fact]
    public void A_flipped_bit_is_found_or_changes_nothing_that_the_archive_says()
    {
        using var folder = new TempFolder();
        var bytes = Archives.Bytes();
        var expected = Archives.ReadAll(folder.Write("a.dgc", bytes));
        var random = new Random(20);
        for (var i = 0; i < 1000; i++)
        {
            AssertFound(folder, bytes, random.Next(8 * bytes.Length), expected);
        }
    }

    /// <summary>The table of contents is where a reader is led astray: there every bit is tried.</summary>
    [Fact]
    public void Any_bit_flipped_in_the_table_of_contents_is_found_or_changes_nothing()
    {
        using var folder = new TempFolder();
        var bytes = Archives.BareBytes();
        var expected = Archives.ReadAll(folder.Write("a.dgc", bytes));
        var table = bytes.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x50, 0x4b, 0x01, 0x02]);
        for (var bit = 8 * table; bit < 8 * bytes.Length; bit++)
        {
            AssertFound(folder, bytes, bit, expected);
        }
    }

    [Fact]
    public void Changed_content_of_any_entry_is_found_even_with_a_matching_checksum()
    {
        using var folder = new TempFolder();
        var bytes = Archives.Bytes();
        foreach (var (name, content) in ZipBytes.Entries(bytes).Where(e => e.Name != "manifest.json"))
        {
            var changed = content.ToArray();
            changed[^1] ^= 1;
            var e = Assert.Throws<VerificationException>(() => Archives.ReadAll(folder.Write("a.dgc", ZipBytes.With(bytes, name, changed))));
            Assert.Contains(name, e.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_entry_is_checked_when_it_is_read_alone()
    {
        using var folder = new TempFolder();
        var bytes = Archives.Bytes();
        foreach (var (name, read) in ((string, Action<ArchiveReader>)[])
            [("headers.br", a => a.ReadHeaders()), ("padding.br", a => a.ReadPadding()), ("qp-map.br", a => a.ReadQpMap())])
        {
            var changed = ZipBytes.Entries(bytes).First(e => e.Name == name).Content;
            changed[0] ^= 0x10;
            using var archive = ArchiveReader.Open(folder.Write("a.dgc", ZipBytes.With(bytes, name, changed)));
            Assert.Throws<VerificationException>(() => read(archive));
        }
    }

    private static void AssertFound(TempFolder folder, byte[] bytes, int bit, string expected)
    {
        var changed = bytes.ToArray();
        changed[bit / 8] ^= (byte)(1 << (bit % 8));
        var path = folder.Write("a.dgc", changed);
        try
        {
            Memory.AssertLittle(() => Assert.Equal(expected, Archives.ReadAll(path)));
        }
        catch (Exception e) when (e is InvalidInputException or VerificationException)
        {
            Assert.DoesNotContain('\n', e.Message);
        }
        catch (Exception e)
        {
            Assert.Fail($"bit {bit % 8} of byte {bit / 8} (of {bytes.Length}): {e}");
        }
    }
}
