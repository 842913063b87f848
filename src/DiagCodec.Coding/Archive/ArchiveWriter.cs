using System.Collections.Immutable;
using System.IO.Compression;
using System.Security.Cryptography;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Coding.Archive;

/// <summary>Writes a .dgc archive: a ZIP (PKWARE APPNOTE) whose bytes depend on the content alone.</summary>
public static class ArchiveWriter
{
    /// <summary>ZIP's own zero: the time of writing says nothing that the manifest should not say, and would change the bytes.</summary>
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="manifest">With empty <see cref="Manifest.Entries"/>.</param>
    /// <param name="videoPath">The Annex B stream, or the learned codec's that the manifest speaks of.</param>
    /// <param name="entries">All other entries.</param>
    /// <param name="output">Stays open.</param>
    /// <returns>The manifest as written, with its entries.</returns>
    /// <exception cref="OutputException">The disk is full.</exception>
    public static Manifest Write(Manifest manifest, string videoPath, ImmutableArray<CompressedEntry> entries, Stream output)
    {
        try
        {
            var written = WriteEntries(manifest, videoPath, entries, output);
            output.Flush();
            return written;
        }
        catch (IOException e)
        {
            throw new OutputException($"the archive cannot be written: {e.Message}", e);
        }
    }

    private static Manifest WriteEntries(Manifest manifest, string videoPath, ImmutableArray<CompressedEntry> entries, Stream output)
    {
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        var sections = ImmutableSortedDictionary.CreateBuilder<string, EntrySection>(StringComparer.Ordinal);
        sections[EntryNames.StreamOf(manifest)] = AddVideo(zip, EntryNames.StreamOf(manifest), videoPath);
        foreach (var entry in entries)
        {
            sections[entry.Name] = Add(zip, entry);
        }

        var complete = manifest with { Entries = sections.ToImmutable() };
        using var stream = Open(zip, EntryNames.Manifest, CompressionLevel.SmallestSize);
        stream.Write(ManifestJson.Write(complete));
        return complete;
    }

    private static EntrySection AddVideo(ZipArchive zip, string name, string path)
    {
        using var video = File.OpenRead(path);
        var section = new EntrySection(video.Length, Convert.ToHexStringLower(SHA256.HashData(video)));
        video.Position = 0;
        using var stream = Open(zip, name, CompressionLevel.NoCompression);
        video.CopyTo(stream);
        return section;
    }

    private static EntrySection Add(ZipArchive zip, CompressedEntry entry)
    {
        using var stream = Open(zip, entry.Name, CompressionLevel.NoCompression);
        stream.Write(entry.Bytes);
        return new EntrySection(entry.Bytes.Length, Convert.ToHexStringLower(SHA256.HashData(entry.Bytes)), entry.Plain);
    }

    private static Stream Open(ZipArchive zip, string name, CompressionLevel level)
    {
        var entry = zip.CreateEntry(name, level);
        entry.LastWriteTime = NoTime;
        return entry.Open();
    }
}
