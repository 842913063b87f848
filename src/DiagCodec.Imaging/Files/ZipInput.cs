using System.IO.Compression;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Imaging.Files;

/// <summary>
/// A zip unpacked into a private temporary folder that is removed on disposal. A zip may come from anywhere, so names that lead
/// elsewhere, links, bombs and doubled names are refused before the first byte is written.
/// </summary>
public sealed class ZipInput : IDisposable
{
    private const long LargestTotal = 32L << 30;
    private const int MostEntries = 200_000;

    // Deflate packs 16-bit images about 1 : 3 and black ones up to 1 : 1000, but a whole archive of real images never that far.
    private const int LargestRatio = 200;
    private const long SmallEnoughForAnyRatio = 64L << 20;
    private const int UnixTypeMask = 0xF000;
    private const int UnixLink = 0xA000;

    private ZipInput(string folder) => Folder = folder;

    /// <summary>Holds the files of the zip, in their folders.</summary>
    public string Folder { get; }

    /// <summary>Whether a file begins like a zip.</summary>
    public static bool IsZip(string path)
    {
        // Pipes and devices have no length, and would hang whoever opens them.
        if (!File.Exists(path) || new FileInfo(path).Length < 4)
        {
            return false;
        }

        try
        {
            using var stream = File.OpenRead(path);
            var start = new byte[4];
            return stream.ReadAtLeast(start, 4, throwOnEndOfStream: false) == 4 && start is [(byte)'P', (byte)'K', 3, 4] or [(byte)'P', (byte)'K', 5, 6];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException($"{path}: cannot be read: {e.Message}", e);
        }
    }

    /// <exception cref="InvalidInputException">The zip is broken or hostile; nothing of it is left on the disk.</exception>
    public static ZipInput Unpack(string path, CancellationToken cancellation)
    {
        var unpacked = new ZipInput(Directory.CreateTempSubdirectory("diagcodec-").FullName);
        try
        {
            using var zip = ZipFile.OpenRead(path);
            Check(path, zip);
            foreach (var entry in zip.Entries.Where(e => !IsFolder(e)))
            {
                cancellation.ThrowIfCancellationRequested();
                Extract(entry, Path.Combine(unpacked.Folder, entry.FullName));
            }

            return unpacked;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException or NotSupportedException)
        {
            unpacked.Dispose();
            throw new InvalidInputException($"{path}: cannot be unpacked: {e.Message}", e);
        }
        catch
        {
            unpacked.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private static void Check(string path, ZipArchive zip)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var (total, packed) = (0L, 0L);
        foreach (var entry in zip.Entries)
        {
            if (names.Count >= MostEntries)
            {
                throw new InvalidInputException($"{path}: holds more than {MostEntries} files; unpack it yourself first");
            }

            if (!IsPlainName(entry.FullName) || ((entry.ExternalAttributes >> 16) & UnixTypeMask) == UnixLink)
            {
                throw new InvalidInputException($"{path}: holds '{Printable(entry.FullName)}', which is a link or leads out of the archive; it is not safe to unpack");
            }

            if (!names.Add(entry.FullName.TrimEnd('/')))
            {
                throw new InvalidInputException($"{path}: holds '{Printable(entry.FullName)}' twice; it is not safe to unpack");
            }

            total += Math.Max(0, entry.Length);
            packed += Math.Max(0, entry.CompressedLength);
        }

        if (total > LargestTotal || (total > SmallEnoughForAnyRatio && total / LargestRatio > packed))
        {
            throw new InvalidInputException($"{path}: would grow from {packed} to {total} bytes; that is no archive of images, so it is not unpacked");
        }
    }

    private static void Extract(ZipArchiveEntry entry, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        using var from = entry.Open();
        using var to = new FileStream(target, FileMode.CreateNew, FileAccess.Write);
        var buffer = new byte[81920];
        var left = entry.Length;
        int count;

        // What an entry says of its length is only a promise.
        while ((count = from.Read(buffer)) > 0)
        {
            left -= count;
            if (left < 0)
            {
                throw new InvalidDataException($"'{Printable(entry.FullName)}' is longer than it says");
            }

            to.Write(buffer, 0, count);
        }
    }

    private static bool IsFolder(ZipArchiveEntry entry) => entry.FullName.EndsWith('/');

    private static bool IsPlainName(string name) =>
        name.Length > 0 && !name.StartsWith('/') && !name.Contains('\\') && !name.Any(char.IsControl) && !name.Contains(':')
        && !name.Split('/').Any(part => part is "..");

    private static string Printable(string name) => string.Concat(name.Take(100).Select(c => char.IsControl(c) ? '?' : c));
}
