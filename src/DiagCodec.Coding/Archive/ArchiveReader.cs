using System.Collections.Immutable;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using DiagCodec.Coding.Plans;
using DiagCodec.Coding.Prepare;
using DiagCodec.Coding.QpMaps;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Files;
using DiagCodec.Imaging.Series;

namespace DiagCodec.Coding.Archive;

/// <summary>
/// Reads a .dgc archive and believes nothing that it has not checked: entry names, sizes, hashes, and that the manifest makes sense.
/// Entries are never unpacked to paths.
/// </summary>
public sealed class ArchiveReader : IDisposable
{
    private const int LargestManifest = 16 << 20;

    private readonly string _path;
    private readonly FileStream _file;
    private readonly ZipArchive _zip;
    private readonly ImmutableDictionary<string, ZipArchiveEntry> _entries;

    private ArchiveReader(string path, FileStream file, ZipArchive zip)
    {
        (_path, _file, _zip) = (path, file, zip);
        _entries = ArchiveEntries.Check(zip, path);
        Manifest = ReadManifest();
        ManifestCheck.Run(Manifest, path);
        ArchiveEntries.CheckAgainst(Manifest, _entries, file.Length, path);
    }

    public Manifest Manifest { get; }

    /// <summary>Bytes of the whole file: what counts as rate when archives are compared with other files.</summary>
    public long TotalBytes => _file.Length;

    public long VideoBytes => Manifest.Entries[EntryNames.StreamOf(Manifest)].Bytes;

    /// <exception cref="InvalidInputException">The file is missing, is no archive, or contradicts itself.</exception>
    public static ArchiveReader Open(string path)
    {
        FileStream? file = null;
        ZipArchive? zip = null;
        try
        {
            file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            if (!file.CanSeek || file.Length == 0)
            {
                throw new InvalidDataException("it is empty, or no regular file");
            }

            zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            return new ArchiveReader(path, file, zip);
        }
        catch (Exception e)
        {
            zip?.Dispose();
            file?.Dispose();
            throw e switch
            {
                DiagCodecException => e,
                InvalidDataException or NotSupportedException => Broken(path, e),
                IOException or UnauthorizedAccessException => new InvalidInputException($"{path}: cannot be read: {e.Message}", e),
                _ => e,
            };
        }
    }

    /// <summary>Compares every entry with its hash.</summary>
    /// <exception cref="VerificationException">An entry was changed.</exception>
    public void CheckHashes()
    {
        foreach (var (name, section) in Manifest.Entries)
        {
            using var stream = OpenEntry(name);
            CheckHash(name, section, Convert.ToHexStringLower(Guarded(() => SHA256.HashData(stream))));
        }
    }

    /// <summary>The Annex B stream, or a learned codec's, to be disposed by the caller; see <see cref="CheckHashes"/>.</summary>
    public Stream OpenVideo() => OpenEntry(EntryNames.StreamOf(Manifest));

    /// <exception cref="VerificationException">The entry was changed.</exception>
    public SourceHeaders ReadHeaders() =>
        HeaderCodec.Read(ReadBrotli(EntryNames.Headers), Manifest.Source.Kind, Manifest.Source.Slices, $"{_path}: {EntryNames.Headers}");

    /// <exception cref="VerificationException">The entry was changed.</exception>
    public PaddingRuns ReadPadding()
    {
        var (source, slices) = (Manifest.Source, Manifest.Source.Slices);
        if (!_entries.ContainsKey(EntryNames.Padding))
        {
            return new PaddingRuns([.. Enumerable.Repeat(Array.Empty<PaddingRun>(), slices)]);
        }

        return PaddingCodec.Read(ReadBrotli(EntryNames.Padding), slices, source.Columns * source.Rows, source.Format, $"{_path}: {EntryNames.Padding}");
    }

    /// <summary>The map in the archive, or the one that follows from base QP and GOP structure.</summary>
    /// <exception cref="VerificationException">The entry was changed.</exception>
    public QpMap ReadQpMap()
    {
        var map = _entries.ContainsKey(EntryNames.QpMap) ? ReadStoredMap() : ImpliedMap();
        return map with { HighestCodedQp = QpMap.HighestCodedQpAt(Manifest.Video.Format.BitDepth) };
    }

    public void Dispose()
    {
        _zip.Dispose();
        _file.Dispose();
    }

    private static InvalidInputException Broken(string path, Exception cause) =>
        new($"{path}: not a diagcodec archive, or cut off ({cause.Message.ReplaceLineEndings(" ")}); get it again from where it came", cause);

    /// <summary>The map that follows from base QP and GOP structure.</summary>
    private QpMap ImpliedMap()
    {
        var (allocation, format) = (Manifest.Allocation, Manifest.Video.Format);
        var gop = GopStructure.Named(allocation.Gop);
        return new QpMap(
            allocation.Block,
            QpMap.BlocksAcross(format.Width, allocation.Block),
            QpMap.BlocksAcross(format.Height, allocation.Block),
            [.. Enumerable.Range(0, Manifest.Video.Frames).Select(i => new FrameQps(gop.FrameQp(allocation.BaseQp, i), []))]);
    }

    private Manifest ReadManifest()
    {
        var entry = _entries[EntryNames.Manifest];
        if (entry.Length is < 0 or > LargestManifest)
        {
            throw new InvalidInputException($"{_path}: a manifest of {entry.Length} bytes is not believed; at most {LargestManifest} are");
        }

        var json = new byte[entry.Length];
        using var stream = entry.Open();
        var count = Guarded(() => stream.ReadAtLeast(json, json.Length, throwOnEndOfStream: false));
        return count == json.Length && Crc32.Of(json) == entry.Crc32
            ? ManifestJson.Read(json, _path)
            : throw new VerificationException($"{_path}: {EntryNames.Manifest} was changed after it was written (its CRC-32 differs)");
    }

    private byte[] ReadBrotli(string name)
    {
        var section = Manifest.Entries[name];
        var bytes = new byte[section.Bytes];
        using var stream = OpenEntry(name);
        Guarded(() => stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
        CheckHash(name, section, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        return BrotliBlock.Decompress(bytes, section.Plain ?? -1, $"{_path}: {name}");
    }

    private QpMap ReadStoredMap()
    {
        var source = $"{_path}: {EntryNames.QpMap}";
        var map = QpMapCsv.Parse(Encoding.UTF8.GetString(ReadBrotli(EntryNames.QpMap)), source);
        QpMapFile.CheckFit(map, source, Manifest.Video.Format, Manifest.Video.Frames);
        return map.BlockSize == Manifest.Allocation.Block
            ? map
            : throw new InvalidInputException($"{source}: blocks of {map.BlockSize}, the manifest says {Manifest.Allocation.Block}");
    }

    private Stream OpenEntry(string name)
    {
        var stream = Guarded(() => _entries[name].Open());
        if (stream is DeflateStream)
        {
            stream.Dispose();
            throw new InvalidInputException($"{_path}: {name} is compressed, which it is in no diagcodec archive");
        }

        return stream;
    }

    private T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidDataException e)
        {
            throw Broken(_path, e);
        }
    }

    private void CheckHash(string name, EntrySection section, string found)
    {
        if (found != section.Sha256)
        {
            throw new VerificationException($"{_path}: {name} was changed after it was written (SHA-256 {found}, the manifest says {section.Sha256})");
        }
    }
}
