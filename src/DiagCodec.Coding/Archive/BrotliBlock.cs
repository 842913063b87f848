using System.Buffers;
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

    /// <summary>Equal slices pack without end (the padding of 4,000 alike: 10 MB in 330 bytes), so that no ratio holds for small blocks ...</summary>
    private const int AlwaysBelieved = 40 << 20;

    /// <summary>... and above that size this one is far beyond real headers.</summary>
    private const int LargestRatio = 20_000;

    private const int ScratchBytes = 1 << 16;

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
        if (plainSize < 0 || plainSize > Math.Max(AlwaysBelieved, (long)compressed.Length * LargestRatio) || plainSize > Array.MaxLength)
        {
            throw new InvalidInputException($"{source}: {compressed.Length} bytes are not believed to hold the promised {plainSize}");
        }

        // Memory is taken only for what a first pass has seen coming out.
        if (!HasSize(compressed, plainSize))
        {
            throw new InvalidInputException($"{source}: not a Brotli stream of {plainSize} bytes");
        }

        var plain = new byte[plainSize];
        return BrotliDecoder.TryDecompress(compressed, plain, out _)
            ? plain
            : throw new InvalidOperationException("Brotli unpacks differently the second time");
    }

    private static bool HasSize(ReadOnlySpan<byte> compressed, long plainSize)
    {
        var scratch = new byte[ScratchBytes];
        var decoder = default(BrotliDecoder);
        try
        {
            long total = 0;
            while (true)
            {
                var status = decoder.Decompress(compressed, scratch, out var consumed, out var written);
                compressed = compressed[consumed..];
                total += written;
                if (status != OperationStatus.DestinationTooSmall || total > plainSize)
                {
                    return status == OperationStatus.Done && total == plainSize && compressed.IsEmpty;
                }
            }
        }
        finally
        {
            decoder.Dispose();
        }
    }
}
