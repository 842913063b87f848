using System.Collections.Immutable;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Series;

namespace DiagCodec.Coding.Archive;

/// <summary>
/// headers.br before Brotli: the number of files and of slices; per slice its file and frame, each as the difference to the slice
/// before (file 0, frame -1 before the first); per file its length; then the files.
/// </summary>
internal static class HeaderCodec
{
    /// <summary>A series may use a few frames of a file that holds many more; no file holds more than this.</summary>
    private const int MostFrames = 1 << 24;

    public static byte[] Write(SourceHeaders headers)
    {
        using var stream = new MemoryStream();
        Varint.Write(stream, (uint)headers.Files.Length);
        Varint.Write(stream, (uint)headers.Origins.Length);
        var last = new SliceOrigin(0, -1);
        foreach (var origin in headers.Origins)
        {
            Varint.WriteSigned(stream, origin.File - last.File);
            Varint.WriteSigned(stream, origin.Frame - last.Frame);
            last = origin;
        }

        foreach (var file in headers.Files)
        {
            Varint.Write(stream, (uint)file.Length);
        }

        foreach (var file in headers.Files)
        {
            stream.Write(file.Span);
        }

        return stream.ToArray();
    }

    /// <exception cref="InvalidInputException">The parts do not add up.</exception>
    public static SourceHeaders Read(ReadOnlyMemory<byte> plain, SourceKind kind, int slices, string source)
    {
        var bytes = plain.Span;
        var fileCount = Varint.Read(ref bytes, source);
        var originCount = Varint.Read(ref bytes, source);
        if (originCount != slices || fileCount < 1 || fileCount > originCount)
        {
            throw Broken($"{fileCount} files for {originCount} slices, {slices} expected");
        }

        var origins = ReadOrigins(ref bytes, slices, (int)fileCount, source);
        var lengths = new uint[fileCount];
        for (var i = 0; i < lengths.Length; i++)
        {
            lengths[i] = Varint.Read(ref bytes, source);
        }

        if (lengths.Sum(l => (long)l) != bytes.Length)
        {
            throw Broken($"{bytes.Length} bytes of headers where {lengths.Sum(l => (long)l)} are promised");
        }

        var files = ImmutableArray.CreateBuilder<ReadOnlyMemory<byte>>((int)fileCount);
        var start = plain.Length - bytes.Length;
        foreach (var length in lengths)
        {
            files.Add(plain.Slice(start, (int)length));
            start += (int)length;
        }

        return new SourceHeaders(kind, files.MoveToImmutable(), origins);

        InvalidInputException Broken(string what) => new($"{source}: {what}");
    }

    private static ImmutableArray<SliceOrigin> ReadOrigins(ref ReadOnlySpan<byte> bytes, int slices, int files, string source)
    {
        var origins = ImmutableArray.CreateBuilder<SliceOrigin>();
        var last = new SliceOrigin(0, -1);
        for (var i = 0; i < slices; i++)
        {
            var file = (long)last.File + Varint.ReadSigned(ref bytes, source);
            var frame = (long)last.Frame + Varint.ReadSigned(ref bytes, source);
            if (file < 0 || file >= files || frame < 0 || frame > MostFrames)
            {
                throw new InvalidInputException($"{source}: slice {i} is said to be frame {frame} of file {file} of {files}");
            }

            last = new SliceOrigin((int)file, (int)frame);
            origins.Add(last);
        }

        return origins.ToImmutable();
    }
}
