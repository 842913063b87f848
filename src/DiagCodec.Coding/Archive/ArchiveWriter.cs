using System.Collections.Immutable;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using DiagCodec.Coding.QpMaps;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Coding.Archive;

/// <summary>Writes a .dgc archive: a ZIP (PKWARE APPNOTE) whose bytes depend on the content alone.</summary>
public static class ArchiveWriter
{
    /// <summary>ZIP's own zero: the time of writing says nothing that the manifest should not say, and would change the bytes.</summary>
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <returns>The manifest as written, with its entries.</returns>
    /// <exception cref="OutputException">The disk is full.</exception>
    public static Manifest Write(ArchiveContent content, Stream output)
    {
        try
        {
            var manifest = WriteEntries(content, output);
            output.Flush();
            return manifest;
        }
        catch (IOException e)
        {
            throw new OutputException($"the archive cannot be written: {e.Message}", e);
        }
    }

    private static Manifest WriteEntries(ArchiveContent content, Stream output)
    {
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        var entries = ImmutableSortedDictionary.CreateBuilder<string, EntrySection>(StringComparer.Ordinal);
        entries[EntryNames.Video] = AddVideo(zip, content.VideoPath);
        entries[EntryNames.Headers] = AddBrotli(zip, EntryNames.Headers, HeaderCodec.Write(content.Headers));
        if (!content.Padding.IsEmpty)
        {
            entries[EntryNames.Padding] = AddBrotli(zip, EntryNames.Padding, PaddingCodec.Write(content.Padding));
        }

        if (content.Map is { } map)
        {
            using var text = new StringWriter();
            QpMapCsv.Write(text, map);
            entries[EntryNames.QpMap] = AddBrotli(zip, EntryNames.QpMap, Encoding.UTF8.GetBytes(text.ToString()));
        }

        var manifest = content.Manifest with { Entries = entries.ToImmutable() };
        using var stream = Open(zip, EntryNames.Manifest, CompressionLevel.SmallestSize);
        stream.Write(ManifestJson.Write(manifest));
        return manifest;
    }

    private static EntrySection AddVideo(ZipArchive zip, string path)
    {
        using var video = File.OpenRead(path);
        var section = new EntrySection(video.Length, Convert.ToHexStringLower(SHA256.HashData(video)));
        video.Position = 0;
        using var stream = Open(zip, EntryNames.Video, CompressionLevel.NoCompression);
        video.CopyTo(stream);
        return section;
    }

    private static EntrySection AddBrotli(ZipArchive zip, string name, byte[] plain)
    {
        var compressed = BrotliBlock.Compress(plain);
        using var stream = Open(zip, name, CompressionLevel.NoCompression);
        stream.Write(compressed);
        return new EntrySection(compressed.Length, Convert.ToHexStringLower(SHA256.HashData(compressed)), plain.Length);
    }

    private static Stream Open(ZipArchive zip, string name, CompressionLevel level)
    {
        var entry = zip.CreateEntry(name, level);
        entry.LastWriteTime = NoTime;
        return entry.Open();
    }
}
