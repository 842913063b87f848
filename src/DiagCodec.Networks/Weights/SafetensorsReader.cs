using System.Buffers.Binary;
using System.Collections.Immutable;
using DiagCodec.Imaging.Faults;
using DiagCodec.Networks.Files;
using Microsoft.Win32.SafeHandles;

namespace DiagCodec.Networks.Weights;

/// <summary>
/// An open safetensors file (https://github.com/huggingface/safetensors): eight bytes with the header's length, little endian, a JSON
/// header, and the tensors' bytes. Opening checks the whole header against the file's length and reads no tensor; nothing in the file
/// is ever executed. The tensors are usable until disposal.
/// </summary>
public sealed class SafetensorsReader : IDisposable
{
    /// <summary>The longest header, in bytes; the limit is upstream's.</summary>
    public const int LongestHeader = 100_000_000;

    private readonly SafeFileHandle _handle;
    private readonly long _bufferStart;
    private readonly Dictionary<string, StoredTensor> _byName;

    private SafetensorsReader(string path, SafeFileHandle handle, int headerLength, SafetensorsHeader header)
    {
        (Path, _handle, _bufferStart) = (path, handle, sizeof(ulong) + headerLength);
        Metadata = header.Metadata;
        Tensors = [.. header.Entries.Select(e => new StoredTensor(this, e))];
        _byName = Tensors.ToDictionary(t => t.Name, StringComparer.Ordinal);
    }

    public string Path { get; }

    /// <summary>In the order in which their bytes lie in the file.</summary>
    public ImmutableArray<StoredTensor> Tensors { get; }

    /// <summary>The free texts of __metadata__.</summary>
    public ImmutableSortedDictionary<string, string> Metadata { get; }

    /// <exception cref="InvalidInputException">The file cannot be read, or is no whole safetensors file.</exception>
    public static SafetensorsReader Open(string path)
    {
        var handle = InputFile.Open(path, sizeof(ulong));
        try
        {
            var fileLength = RandomAccess.GetLength(handle);
            var headerLength = HeaderLength(path, handle, fileLength);
            var json = new byte[headerLength];
            InputFile.Read(handle, path, json, sizeof(ulong));
            var header = HeaderParser.Parse(path, json);
            header.CheckLayout(path, fileLength - sizeof(ulong) - headerLength);
            return new SafetensorsReader(path, handle, headerLength, header);
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    /// <summary>The tensor of that name, or null.</summary>
    public StoredTensor? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The SHA-256 of the whole file as 64 lower-case hexadecimal digits.</summary>
    /// <exception cref="InvalidInputException">The file cannot be read any more.</exception>
    public string Sha256(CancellationToken cancellation) => InputFile.Sha256(_handle, Path, cancellation);

    /// <summary>The first NaN or infinity among all floating-point tensors, or null.</summary>
    /// <exception cref="InvalidInputException">The file cannot be read any more.</exception>
    public NonFiniteElement? FindNonFinite(CancellationToken cancellation) =>
        Tensors.Select(t => NonFiniteScan.Find(t, cancellation)).FirstOrDefault(found => found is not null);

    public void Dispose() => _handle.Dispose();

    internal void Read(Span<byte> target, long bufferOffset) => InputFile.Read(_handle, Path, target, _bufferStart + bufferOffset);

    private static int HeaderLength(string path, SafeFileHandle handle, long fileLength)
    {
        Span<byte> start = stackalloc byte[sizeof(ulong)];
        InputFile.Read(handle, path, start, 0);
        var length = BinaryPrimitives.ReadUInt64LittleEndian(start);
        var most = (ulong)Math.Min(LongestHeader, fileLength - sizeof(ulong));
        return length <= most ? (int)length : throw SafetensorsFault.Header(path, $"a header of at most {most} bytes", $"{length}");
    }
}
