using System.IO.Compression;

namespace DiagCodec.Evaluation.Bench.Store;

/// <summary>Bytes of cache files, plain and through Brotli (RFC 7932). What cannot be read is missing: the bench makes it again.</summary>
internal static class StoredBytes
{
    // Label maps and JSON at 200 MB a second; the best quality takes fifty times as long for a fifth of the size.
    private const int Quality = 4;
    private const int Window = 22;

    public static byte[]? Read(string path)
    {
        try
        {
            return File.Exists(path) ? File.ReadAllBytes(path) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public static byte[] Compress(ReadOnlySpan<byte> plain)
    {
        var buffer = new byte[BrotliEncoder.GetMaxCompressedLength(plain.Length)];
        return BrotliEncoder.TryCompress(plain, buffer, out var written, Quality, Window)
            ? buffer.AsSpan(0, written).ToArray()
            : throw new InvalidOperationException("Brotli needs more than its own maximum");
    }

    /// <returns>Null where the bytes are no Brotli stream of that size.</returns>
    public static byte[]? Decompress(ReadOnlySpan<byte> compressed, int size)
    {
        var plain = new byte[size];
        return BrotliDecoder.TryDecompress(compressed, plain, out var written) && written == size ? plain : null;
    }

    /// <returns>Null where the bytes are no Brotli stream, or one of more than <paramref name="longest"/> bytes.</returns>
    public static byte[]? DecompressAtMost(byte[] compressed, int longest)
    {
        using var stream = new BrotliStream(new MemoryStream(compressed), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        var block = new byte[1 << 16];
        try
        {
            int count;
            while ((count = stream.Read(block)) > 0)
            {
                if (plain.Length + count > longest)
                {
                    return null;
                }

                plain.Write(block, 0, count);
            }
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException or IOException)
        {
            return null;
        }

        return plain.ToArray();
    }
}
