using System.Buffers.Binary;
using System.Text;
using DiagCodec.Coding.Archive;
using DiagCodec.Imaging.Files;

namespace DiagCodec.LearnedCodecs.Streams;

/// <summary>
/// Writes a learned stream: a header with its checksum, then slice after slice, each with the lengths of its two sections, a CRC-32 over its number,
/// lengths and bytes, and the sections. docs/learned-codecs.md has it byte by byte.
/// </summary>
public sealed class CodedSeriesWriter : IDisposable
{
    internal const byte Version = 1;

    private readonly MemoryStream _bytes = new();
    private readonly LearnedStreamHeader _header;
    private int _slices;

    /// <exception cref="ArgumentException">The header is wrong.</exception>
    public CodedSeriesWriter(LearnedStreamHeader header)
    {
        if (header.Fault() is { } fault)
        {
            throw new ArgumentException(fault, nameof(header));
        }

        _header = header;
        var codec = Encoding.ASCII.GetBytes(header.Codec);
        _bytes.Write(Magic);
        _bytes.WriteByte(Version);
        _bytes.WriteByte((byte)codec.Length);
        _bytes.Write(codec);
        _bytes.Write(Convert.FromHexString(header.ModelHash));
        Varint.Write(_bytes, (uint)header.Width);
        Varint.Write(_bytes, (uint)header.Height);
        _bytes.WriteByte((byte)header.Channels);
        _bytes.WriteByte((byte)header.BitDepth);
        Varint.Write(_bytes, (uint)header.Slices);
        WriteChecksum(Crc32.Of(_bytes.GetBuffer().AsSpan(0, (int)_bytes.Length)));
    }

    internal static ReadOnlySpan<byte> Magic => "DGLC"u8;

    /// <exception cref="InvalidOperationException">The header promises fewer.</exception>
    public void Add(CodedSlice slice)
    {
        if (_slices == _header.Slices)
        {
            throw new InvalidOperationException($"the header promises {_header.Slices} slices");
        }

        var start = (int)_bytes.Length;
        Varint.Write(_bytes, (uint)slice.Hyper.Length);
        Varint.Write(_bytes, (uint)slice.Latent.Length);
        var lengths = _bytes.GetBuffer().AsSpan(start, (int)_bytes.Length - start).ToArray();
        WriteChecksum(Checksum(_slices++, lengths, slice));
        _bytes.Write(slice.Hyper.Span);
        _bytes.Write(slice.Latent.Span);
    }

    /// <summary>The whole stream.</summary>
    /// <exception cref="InvalidOperationException">The header promises more slices.</exception>
    public byte[] Finish() => _slices == _header.Slices
        ? _bytes.ToArray()
        : throw new InvalidOperationException($"the header promises {_header.Slices} slices, {_slices} were added");

    public void Dispose() => _bytes.Dispose();

    /// <summary>With the slice's number, so that slices cannot change places unseen.</summary>
    internal static uint Checksum(int number, ReadOnlySpan<byte> lengths, CodedSlice slice)
    {
        var head = new byte[sizeof(int) + lengths.Length];
        BinaryPrimitives.WriteInt32LittleEndian(head, number);
        lengths.CopyTo(head.AsSpan(sizeof(int)));
        return Crc32.Of((byte[])[.. head, .. slice.Hyper.Span], slice.Latent.Span);
    }

    private void WriteChecksum(uint checksum)
    {
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, checksum);
        _bytes.Write(bytes);
    }
}
