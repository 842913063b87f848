using System.IO.Compression;

namespace DiagCodec.Imaging.Nifti;

/// <summary>One open .nii or .nii.gz file, read from front to back with every length checked before memory is taken for it.</summary>
internal sealed class NiftiFile : IDisposable
{
    /// <summary>Deflate cannot make more than this many bytes of one (RFC 1951: 258 bytes from two bits).</summary>
    private const int HighestDeflateRatio = 1032;

    private readonly string _path;
    private readonly FileStream _file;
    private readonly Stream _content;
    private readonly bool _compressed;

    public NiftiFile(string path)
    {
        _path = path;
        _file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        Span<byte> start = stackalloc byte[2];

        // The content decides, not the name: .nii.gz files get unpacked, and renamed, by browsers.
        _compressed = _file.ReadAtLeast(start, 2, throwOnEndOfStream: false) == 2 && start[0] == 0x1F && start[1] == 0x8B;
        _file.Position = 0;
        _content = _compressed ? new GZipStream(_file, CompressionMode.Decompress, leaveOpen: true) : _file;
    }

    public long Length => _file.Length;

    /// <summary>Refuses a file that cannot hold what its header promises, before anything is allocated.</summary>
    public void CheckCanHold(long bytes)
    {
        var most = _compressed ? _file.Length * HighestDeflateRatio : _file.Length;
        if (bytes > most)
        {
            throw NiftiFault.Broken(_path, $"the header promises {bytes} bytes, the file can hold {most}");
        }
    }

    public void Read(Span<byte> destination, string part)
    {
        try
        {
            var found = _content.ReadAtLeast(destination, destination.Length, throwOnEndOfStream: false);
            if (found < destination.Length)
            {
                throw NiftiFault.Truncated(_path, part, destination.Length, found);
            }
        }
        catch (InvalidDataException e)
        {
            throw NiftiFault.Broken(_path, $"the gzip data are damaged in the {part}", e);
        }
    }

    /// <summary>Whether anything follows the voxels; asking also lets gzip check its checksum.</summary>
    public bool HasMore()
    {
        try
        {
            return _content.ReadByte() >= 0;
        }
        catch (InvalidDataException e)
        {
            throw NiftiFault.Broken(_path, "the gzip checksum is wrong", e);
        }
    }

    public void Dispose()
    {
        _content.Dispose();
        _file.Dispose();
    }
}
