using System.IO.Compression;
using System.Text.Json;

namespace DiagCodec.EndToEnd.Support;

/// <summary>Looks into an archive as anybody could: with a ZIP reader and a JSON reader.</summary>
internal static class Archives
{
    public static byte[] Entry(string archive, string name)
    {
        using var zip = ZipFile.OpenRead(archive);
        using var stream = zip.GetEntry(name)!.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    public static JsonElement Manifest(string archive) => JsonDocument.Parse(Entry(archive, "manifest.json")).RootElement;

    /// <summary>The same archive with entries replaced, added (also twice) or, where the content is null, left out.</summary>
    public static void Rewrite(string from, string to, params (string Name, byte[]? Content)[] changes)
    {
        using var source = ZipFile.OpenRead(from);
        using var target = new ZipArchive(File.Create(to), ZipArchiveMode.Create);
        foreach (var entry in source.Entries.Where(e => changes.All(c => c.Name != e.FullName)))
        {
            Add(entry.FullName, Entry(from, entry.FullName));
        }

        foreach (var (name, content) in changes.Where(c => c.Content is not null))
        {
            Add(name, content!);
        }

        void Add(string name, byte[] content)
        {
            using var stream = target.CreateEntry(name, CompressionLevel.NoCompression).Open();
            stream.Write(content);
        }
    }
}
