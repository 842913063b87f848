using System.Collections.Immutable;
using System.IO.Compression;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Coding.Archive;

/// <summary>Checks the table of contents of an archive: known names, each once, sizes that the file can hold.</summary>
internal static class ArchiveEntries
{
    /// <exception cref="InvalidInputException">An entry is unknown, repeated or missing.</exception>
    public static ImmutableDictionary<string, ZipArchiveEntry> Check(ZipArchive zip, string source)
    {
        var entries = ImmutableDictionary.CreateBuilder<string, ZipArchiveEntry>(StringComparer.Ordinal);
        foreach (var entry in zip.Entries)
        {
            var name = entry.FullName;
            if (!EntryNames.All.Contains(name))
            {
                throw new InvalidInputException($"{source}: holds an entry '{Printable(name)}', which no diagcodec archive has; not opened");
            }

            if (entry.IsEncrypted)
            {
                throw new InvalidInputException($"{source}: {name} is encrypted, which no diagcodec archive is; not opened");
            }

            if (!entries.TryAdd(name, entry))
            {
                throw new InvalidInputException($"{source}: holds {name} twice; not opened");
            }
        }

        foreach (var name in (string[])[EntryNames.Manifest, entries.ContainsKey(EntryNames.Learned) ? EntryNames.Learned : EntryNames.Video, EntryNames.Headers])
        {
            if (!entries.ContainsKey(name))
            {
                throw new InvalidInputException($"{source}: not a diagcodec archive: it holds no {name}");
            }
        }

        return entries.ToImmutable();
    }

    /// <exception cref="InvalidInputException">The manifest lists other entries or sizes than there are, or than the file can hold.</exception>
    public static void CheckAgainst(Manifest manifest, ImmutableDictionary<string, ZipArchiveEntry> entries, long fileBytes, string source)
    {
        if (!entries.ContainsKey(EntryNames.StreamOf(manifest)))
        {
            throw new InvalidInputException($"{source}: the manifest speaks of {EntryNames.StreamOf(manifest)}, which the archive does not hold");
        }

        foreach (var name in manifest.Entries.Keys.Union(entries.Keys).Where(n => n != EntryNames.Manifest))
        {
            var listed = manifest.Entries.GetValueOrDefault(name);
            var there = entries.GetValueOrDefault(name);
            if (listed is null || there is null || listed.Bytes != there.Length || there.Length != there.CompressedLength || there.Length > fileBytes)
            {
                throw new InvalidInputException(
                    $"{source}: {Printable(name)}: the manifest promises {listed?.Bytes ?? 0} bytes, the archive holds {there?.CompressedLength ?? 0}");
            }
        }
    }

    /// <summary>A hostile name may hold control characters that a terminal would obey.</summary>
    private static string Printable(string name) =>
        string.Concat(name.Take(60).Select(c => char.IsControl(c) ? '?' : c));
}
