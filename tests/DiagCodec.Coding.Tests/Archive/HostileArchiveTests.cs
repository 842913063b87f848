using System.Collections.Immutable;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using DiagCodec.Coding.Archive;
using DiagCodec.Coding.Tests.Support;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Coding.Tests.Archive;

public sealed class HostileArchiveTests
{
    private static readonly byte[] Good = Archives.Bytes();

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("..\\video.hevc")]
    [InlineData("./video.hevc")]
    [InlineData("a/video.hevc")]
    [InlineData("video.hevc/")]
    [InlineData("VIDEO.HEVC")]
    [InlineData("video.hevc\0")]
    [InlineData("\u001b[2Jx")]
    [InlineData("extra.txt")]
    public void An_entry_of_another_name_is_refused_and_its_name_printed_safely(string name)
    {
        var e = Refused(ZipBytes.With(Good, name, [1]));
        Assert.DoesNotContain(e.Message, char.IsControl);
    }

    [Theory]
    [InlineData("manifest.json")]
    [InlineData("video.hevc")]
    [InlineData("padding.br")]
    public void An_entry_that_is_there_twice_is_refused(string name)
    {
        var entries = ZipBytes.Entries(Good);
        Told.Of(() => Read(ZipBytes.Of([.. entries, entries.First(e => e.Name == name)])), name, "twice");
    }

    [Theory]
    [InlineData("manifest.json")]
    [InlineData("video.hevc")]
    [InlineData("headers.br")]
    [InlineData("padding.br")]
    [InlineData("qp-map.br")]
    public void A_missing_entry_is_refused(string name)
    {
        Told.Of(() => Read(ZipBytes.With(Good, name, null)), name);
    }

    [Fact]
    public void An_entry_that_the_manifest_does_not_list_is_refused()
    {
        Told.Of(() => Read(ZipBytes.With(Archives.BareBytes(), "padding.br", [1, 2])), "padding.br");
    }

    [Theory]
    [InlineData("video.hevc")]
    [InlineData("headers.br")]
    [InlineData("manifest.json")]
    public void Sizes_that_lie_are_refused(string name)
    {
        foreach (var size in (uint[])[0, 1, 1_000_000, 0x7FFFFFFF, 0xFFFFFFFE, 0xFFFFFFFF])
        {
            RefusedOrFound(ZipBytes.WithPlainSize(Good, name, size));
            RefusedOrFound(ZipBytes.WithPackedSize(Good, name, size));
            RefusedOrFound(ZipBytes.WithPackedSize(ZipBytes.WithPlainSize(Good, name, size), name, size));
        }
    }

    [Fact]
    public void A_manifest_of_100_MB_of_zeros_is_refused_unread()
    {
        Refused(ZipBytes.Of([.. Stored("manifest.json"), ("manifest.json", new byte[100 << 20], CompressionLevel.Fastest)]));
    }

    [Fact]
    public void A_manifest_that_unpacks_to_100_MB_behind_a_small_size_is_refused_unread()
    {
        var bomb = ZipBytes.Of([.. Stored("manifest.json"), ("manifest.json", new byte[100 << 20], CompressionLevel.Fastest)]);
        RefusedOrFound(ZipBytes.WithPlainSize(bomb, "manifest.json", 5000));
        RefusedOrFound(ZipBytes.WithPlainSize(bomb, "manifest.json", 16 << 20));
    }

    [Fact]
    public void A_video_that_unpacks_to_100_MB_is_refused_whatever_the_sizes_say()
    {
        var zeros = new byte[100 << 20];
        var bomb = ZipBytes.Of([.. Stored("video.hevc", Section(zeros, zeros.Length)), ("video.hevc", zeros, CompressionLevel.Fastest)]);
        Refused(bomb);
        var packed = (int)Packed(bomb, "video.hevc");
        var small = ZipBytes.Of([.. Stored("video.hevc", Section(zeros, packed)), ("video.hevc", zeros, CompressionLevel.Fastest)]);
        Told.Of(() => Read(ZipBytes.WithPlainSize(small, "video.hevc", (uint)packed)), "video.hevc", "compressed");
    }

    [Fact]
    public void Headers_that_are_a_Brotli_bomb_are_refused()
    {
        var bomb = BrotliBlock.Compress(new byte[60 << 20]);
        foreach (var plain in (long?[])[60 << 20, 4_000_000_000, 100, -1, null])
        {
            var section = new EntrySection(bomb.Length, Hash(bomb), plain);
            Refused(ZipBytes.Of([.. Stored("headers.br", section), ("headers.br", bomb, CompressionLevel.NoCompression)]));
            Refused(ZipBytes.Of([.. Stored("padding.br", section), ("padding.br", bomb, CompressionLevel.NoCompression)]));
        }
    }

    [Theory]
    [InlineData("video.hevc")]
    [InlineData("manifest.json")]
    public void An_encrypted_entry_is_refused(string name) => Told.Of(() => Read(ZipBytes.WithFlags(Good, name, 1)), name, "encrypted");

    [Theory]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(12)]
    [InlineData(99)]
    public void Another_compression_of_the_video_is_refused(ushort method) => RefusedOrFound(ZipBytes.WithMethod(Good, "video.hevc", method));

    [Fact]
    public void Hashes_in_capitals_or_of_other_length_do_not_match()
    {
        foreach (var change in (Func<string, string>[])[h => h.ToUpperInvariant(), h => h[..10], _ => ""])
        {
            var section = Section(Archives.Video, Archives.Video.Length);
            Assert.Throws<VerificationException>(() => Read(
                ZipBytes.Of([.. Stored("video.hevc", section with { Sha256 = change(section.Sha256) }), ("video.hevc", Archives.Video, CompressionLevel.NoCompression)])));
        }
    }

    /// <summary>The good archive without one entry, whose line in the manifest says something else.</summary>
    private static (string, byte[], CompressionLevel)[] Stored(string without, EntrySection? section = null)
    {
        var entries = ZipBytes.Entries(Good).ToDictionary(e => e.Name, e => e.Content);
        if (section is not null)
        {
            var manifest = ManifestJson.Read(entries["manifest.json"], "x");
            entries["manifest.json"] = ManifestJson.Write(manifest with { Entries = manifest.Entries.SetItem(without, section) });
        }

        return [.. entries.Where(e => e.Key != without).Select(e => (e.Key, e.Value, CompressionLevel.NoCompression))];
    }

    private static EntrySection Section(byte[] content, long bytes) => new(bytes, Hash(content));

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static long Packed(byte[] zip, string name)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        return archive.GetEntry(name)!.CompressedLength;
    }

    private static void Read(byte[] zip)
    {
        using var folder = new TempFolder();
        var path = folder.Write("hostile.dgc", zip);
        Memory.AssertLittle(() => Archives.ReadAll(path));
    }

    private static InvalidInputException Refused(byte[] zip)
    {
        using var folder = new TempFolder();
        var path = folder.Write("hostile.dgc", zip);
        InvalidInputException? e = null;
        Memory.AssertLittle(() => e = Told.Of(() => Archives.ReadAll(path), "hostile.dgc"));
        return e!;
    }

    private static void RefusedOrFound(byte[] zip)
    {
        using var folder = new TempFolder();
        var path = folder.Write("hostile.dgc", zip);
        Memory.AssertLittle(() => Assert.True(Record.Exception(() => Archives.ReadAll(path)) is InvalidInputException or VerificationException));
    }
}
