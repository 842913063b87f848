using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace DiagCodec.Coding.Tests.Support;

/// <summary>Builds ZIP files that no honest writer makes (PKWARE APPNOTE 4.3).</summary>
internal static class ZipBytes
{
    public static byte[] Of(params (string Name, byte[] Content)[] entries) => Of([.. entries.Select(e => (e.Name, e.Content, CompressionLevel.NoCompression))]);

    public static byte[] Of(params (string Name, byte[] Content, CompressionLevel Level)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content, level) in entries)
            {
                using var entry = zip.CreateEntry(name, level).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }

    public static (string Name, byte[] Content)[] Entries(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        return [.. archive.Entries.Select(e => (e.FullName, Content(e)))];
    }

    /// <summary>The same entries with one replaced, added, or (null) left out.</summary>
    public static byte[] With(byte[] zip, string name, byte[]? content) =>
        Of([.. Entries(zip).Where(e => e.Name != name), .. content is null ? [] : ((string, byte[])[])[(name, content)]]);

    /// <summary>Overwrites a field in the local header and in the table of contents; their offsets there, or -1.</summary>
    public static byte[] Patch(byte[] zip, string name, int local, int central, uint value, int size)
    {
        var patched = zip.ToArray();
        foreach (var (signature, header, offset) in ((uint, int, int)[])[(0x04034b50, 30, local), (0x02014b50, 46, central)])
        {
            for (var i = 0; offset >= 0 && i + header + name.Length <= zip.Length; i++)
            {
                if (BinaryPrimitives.ReadUInt32LittleEndian(zip.AsSpan(i)) == signature
                    && Encoding.ASCII.GetString(zip, i + header, name.Length) == name)
                {
                    var field = new byte[4];
                    BinaryPrimitives.WriteUInt32LittleEndian(field, value);
                    field.AsSpan(0, size).CopyTo(patched.AsSpan(i + offset));
                }
            }
        }

        return patched;
    }

    public static byte[] WithFlags(byte[] zip, string name, ushort flags) => Patch(zip, name, 6, 8, flags, 2);

    public static byte[] WithMethod(byte[] zip, string name, ushort method) => Patch(zip, name, 8, 10, method, 2);

    public static byte[] WithPlainSize(byte[] zip, string name, uint size) => Patch(zip, name, 22, 24, size, 4);

    public static byte[] WithPackedSize(byte[] zip, string name, uint size) => Patch(zip, name, 18, 20, size, 4);

    private static byte[] Content(ZipArchiveEntry entry)
    {
        using var content = new MemoryStream();
        using var stream = entry.Open();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
