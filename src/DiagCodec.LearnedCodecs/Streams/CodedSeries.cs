using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using DiagCodec.Coding.Archive;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.LearnedCodecs.Streams;

/// <summary>A learned stream that was read and is whole: header, lengths and checksums are right.</summary>
/// <param name="Header">Of all slices.</param>
/// <param name="Slices">As many as the header says; their bytes are the stream's, not copies.</param>
public sealed record CodedSeries(LearnedStreamHeader Header, ImmutableArray<CodedSlice> Slices)
{
    private const int ChecksumBytes = sizeof(uint);

    /// <summary>Two lengths and a checksum: what the smallest slice takes.</summary>
    private const int SmallestSlice = 2 + ChecksumBytes;

    /// <param name="bytes">All of it.</param>
    /// <param name="source">Its name, for messages.</param>
    /// <exception cref="InvalidInputException">It is no such stream, or is damaged; nothing was allocated on its word.</exception>
    public static CodedSeries Read(ReadOnlyMemory<byte> bytes, string source)
    {
        var rest = bytes.Span;
        var header = ReadHeader(ref rest, source);
        if ((long)header.Slices * SmallestSlice > rest.Length)
        {
            throw Short(source, $"{header.Slices} slices take {(long)header.Slices * SmallestSlice} bytes or more, {rest.Length} are left");
        }

        var slices = ImmutableArray.CreateBuilder<CodedSlice>(header.Slices);
        for (var number = 0; number < header.Slices; number++)
        {
            slices.Add(ReadSlice(bytes, ref rest, number, source));
        }

        return rest.IsEmpty
            ? new CodedSeries(header, slices.MoveToImmutable())
            : throw new InvalidInputException($"{source}: {rest.Length} bytes are left behind the last slice; get a fresh copy of it");
    }

    /// <summary>Whether a file begins as learned streams do.</summary>
    /// <param name="file">At its beginning; four bytes are taken.</param>
    public static bool IsBegunBy(Stream file)
    {
        Span<byte> begun = stackalloc byte[CodedSeriesWriter.Magic.Length];
        return file.ReadAtLeast(begun, begun.Length, throwOnEndOfStream: false) == begun.Length && begun.SequenceEqual(CodedSeriesWriter.Magic);
    }

    private static LearnedStreamHeader ReadHeader(ref ReadOnlySpan<byte> rest, string source)
    {
        if (!rest.StartsWith(CodedSeriesWriter.Magic))
        {
            throw new InvalidInputException($"{source}: is no learned stream (it does not begin with {Encoding.ASCII.GetString(CodedSeriesWriter.Magic)}); check the name");
        }

        rest = rest[CodedSeriesWriter.Magic.Length..];
        var version = Take(ref rest, 1, source)[0];
        if (version != LearnedStreamHeader.Version)
        {
            throw new InvalidInputException($"{source}: version {version} of learned streams is not known; use the diagcodec that wrote it");
        }

        int codec = Take(ref rest, 1, source)[0];
        var hash = Convert.ToHexStringLower(Take(ref rest, LearnedStreamHeader.HashBytes, source));
        var (width, height) = (Varint.Read(ref rest, source), Varint.Read(ref rest, source));
        var form = Take(ref rest, 1, source)[0];
        var slices = Varint.Read(ref rest, source);
        var word = codec < LearnedStreamHeader.Codecs.Length ? LearnedStreamHeader.Codecs[codec] : $"number {codec}";
        var header = new LearnedStreamHeader(word, hash, Bounded(width), Bounded(height), form >> 4, form & 15, Bounded(slices));
        return header.Fault() is { } fault ? throw new InvalidInputException($"{source}: {fault}") : header;
    }

    private static CodedSlice ReadSlice(ReadOnlyMemory<byte> bytes, ref ReadOnlySpan<byte> rest, int number, string source)
    {
        var before = rest;
        var (hyper, latent) = (Varint.Read(ref rest, source), Varint.Read(ref rest, source));
        var head = number == 0 ? bytes.Span[..^rest.Length] : before[..(before.Length - rest.Length)];
        if ((long)hyper + latent + ChecksumBytes > rest.Length)
        {
            throw Short(source, $"slice {number} has {(long)hyper + latent} bytes, {Math.Max(0, rest.Length - ChecksumBytes)} are left");
        }

        var start = bytes.Length - rest.Length + ChecksumBytes;
        var slice = new CodedSlice(bytes.Slice(start, (int)hyper), bytes.Slice(start + (int)hyper, (int)latent));
        CheckSum(CodedSeriesWriter.Checksum(number, head, slice), ref rest, number == 0 ? $"{source}: the header with slice 0" : $"{source}: slice {number}");
        rest = rest[(int)(hyper + latent)..];
        return slice;
    }

    private static void CheckSum(uint found, ref ReadOnlySpan<byte> rest, string what)
    {
        var expected = BinaryPrimitives.ReadUInt32LittleEndian(Take(ref rest, ChecksumBytes, what));
        if (found != expected)
        {
            throw new InvalidInputException($"{what} has the CRC-32 {found:x8}, expected {expected:x8}; it is damaged, get a fresh copy of it");
        }
    }

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> rest, int count, string source)
    {
        if (count > rest.Length)
        {
            throw Short(source, $"{count} bytes were expected, {rest.Length} are left");
        }

        var taken = rest[..count];
        rest = rest[count..];
        return taken;
    }

    private static int Bounded(uint value) => (int)Math.Min(value, int.MaxValue);

    private static InvalidInputException Short(string source, string how) => new($"{source}: ends too early: {how}; get a fresh copy of it");
}
