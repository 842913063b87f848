using System.Buffers.Binary;
using DiagCodec.Coding.Archive;
using DiagCodec.Imaging.Files;

namespace DiagCodec.LearnedCodecs.Streams;

/// <summary>
/// Writes a learned stream: a header, then slice after slice, each with the lengths of its two sections, a CRC-32 over its number, lengths and bytes, and
/// the sections. The header is under the first slice's CRC-32: of a small picture's stream it is a good part. docs/learned-codecs.md has it byte by byte.
/// </summary>
public sealed class CodedSeriesWriter : IDisposable
{
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
        _bytes.Write(Magic);
        _bytes.WriteByte(LearnedStreamHeader.Version);
        _bytes.WriteByte((byte)LearnedStreamHeader.Codecs.IndexOf(header.Codec));
        _bytes.Write(Convert.FromHexString(header.ModelHash));
        Varint.Write(_bytes, (uint)header.Width);
        Varint.Write(_bytes, (uint)header.Height);
        _bytes.WriteByte((byte)((header.Channels << 4) | header.BitDepth));
        Varint.Write(_bytes, (uint)header.Slices);
    }

    internal static ReadOnlySpan<byte> Magic => "DGLC"u8;

    /// <exception cref="InvalidOperationException">The header promises fewer.</exception>
    public void Add(CodedSlice slice)
    {
        if (_slices == _header.Slices)
        {
            throw new InvalidOperationException($"the header promises {_header.Slices} slices");
        }

        var start = _slices == 0 ? 0 : (int)_bytes.Length;
        Varint.Write(_bytes, (uint)slice.Hyper.Length);
        Varint.Write(_bytes, (uint)slice.Latent.Length);
        var head = _bytes.GetBuffer().AsSpan(start, (int)_bytes.Length - start).ToArray();
        WriteChecksum(Checksum(_slices++, head, slice));
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
    /// <param name="number">From 0.</param>
    /// <param name="head">What stands before the checksum: the slice's lengths, and of the first slice the header too.</param>
    /// <param name="slice">Its sections.</param>
    internal static uint Checksum(int number, ReadOnlySpan<byte> head, CodedSlice slice)
    {
        var numbered = new byte[sizeof(int) + head.Length];
        BinaryPrimitives.WriteInt32LittleEndian(numbered, number);
        head.CopyTo(numbered.AsSpan(sizeof(int)));
        return Crc32.Of((byte[])[.. numbered, .. slice.Hyper.Span], slice.Latent.Span);
    }

    private void WriteChecksum(uint checksum)
    {
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, checksum);
        _bytes.Write(bytes);
    }
}
