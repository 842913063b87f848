using System.IO.Compression;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Coding.Archive;

/// <summary>One block of bytes through Brotli (RFC 7932) and back, with the size known beforehand.</summary>
internal static class BrotliBlock
{
    private const int Window = 24;
    private const int BestQuality = 11;
    private const int QuickQuality = 5;

    /// <summary>Above this much the best quality takes too long for what it saves.</summary>
    private const int LargestAtBestQuality = 4 << 20;

    public static byte[] Compress(ReadOnlySpan<byte> plain)
    {
        var buffer = new byte[BrotliEncoder.GetMaxCompressedLength(plain.Length)];
        var quality = plain.Length <= LargestAtBestQuality ? BestQuality : QuickQuality;
        if (!BrotliEncoder.TryCompress(plain, buffer, out var written, quality, Window))
        {
            throw new InvalidOperationException("Brotli needs more than its own maximum");
        }

        return buffer.AsSpan(0, written).ToArray();
    }

    /// <exception cref="InvalidInputException">The bytes are no Brotli stream of exactly that size.</exception>
    public static byte[] Decompress(ReadOnlySpan<byte> compressed, long plainSize, string source)
    {
        // Brotli packs at most about 1 MB into a byte only for runs; real headers stay far below this ratio.
        const int LargestRatio = 20_000;
        if (plainSize < 0 || plainSize > (long)compressed.Length * LargestRatio || plainSize > Array.MaxLength)
        {
            throw new InvalidInputException($"{source}: {compressed.Length} bytes cannot hold the promised {plainSize}");
        }

        var plain = new byte[plainSize];
        return BrotliDecoder.TryDecompress(compressed, plain, out var written) && written == plainSize
            ? plain
            : throw new InvalidInputException($"{source}: not a Brotli stream of {plainSize} bytes");
    }
}
