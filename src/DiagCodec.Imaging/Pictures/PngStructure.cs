using System.Buffers.Binary;
using DiagCodec.Imaging.Files;

namespace DiagCodec.Imaging.Pictures;

/// <summary>Walks a PNG file's chunks: size, kind and true end, so that what is handed to the decoder is one whole picture.</summary>
internal static class PngStructure
{
    private const int SignatureLength = 8;

    /// <summary>Length, type and CRC of a chunk.</summary>
    private const int ChunkOverhead = 12;

    public static bool IsPng(ReadOnlySpan<byte> bytes) => bytes.StartsWith(PngEncoder.Signature);

    public static Picture Read(string path, ReadOnlySpan<byte> bytes)
    {
        var end = End(path, bytes);
        var header = bytes[SignatureLength..];
        if (BinaryPrimitives.ReadInt32BigEndian(header) != 13 || !header.Slice(4, 4).SequenceEqual("IHDR"u8))
        {
            throw PictureFault.Broken(path, "the first chunk is not IHDR");
        }

        var width = BinaryPrimitives.ReadInt32BigEndian(header[8..]);
        var height = BinaryPrimitives.ReadInt32BigEndian(header[12..]);
        var kind = Kind(path, depth: header[16], colourType: header[17]);
        return new(path, kind, width, height, end, PngPalette.HasColours(bytes[..end]));
    }

    private static PictureKind Kind(string path, int depth, int colourType) => (colourType, depth) switch
    {
        (0, 1 or 2 or 4 or 8) => PictureKind.PngGrey8,
        (0, 16) => PictureKind.PngGrey16,
        (3, 1 or 2 or 4 or 8) or (2 or 4 or 6, 8) => PictureKind.PngColour8,
        (2 or 4 or 6, 16) => PictureKind.PngColour16,
        _ => throw PictureFault.Broken(path, $"colour type {colourType} with {depth} bits is not in the PNG standard"),
    };

    private static int End(string path, ReadOnlySpan<byte> bytes)
    {
        var at = SignatureLength;
        while (bytes.Length - at >= ChunkOverhead)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
            if (length > bytes.Length - at - ChunkOverhead)
            {
                break;
            }

            var type = bytes.Slice(at + 4, 4);
            var data = bytes.Slice(at + 8, (int)length);
            at += (int)length + ChunkOverhead;
            if (Crc32.Of(type, data) != BinaryPrimitives.ReadUInt32BigEndian(bytes[(at - 4)..]))
            {
                throw PictureFault.Broken(path, $"the checksum of the chunk that ends at byte {at} is wrong");
            }

            if (type.SequenceEqual("IEND"u8))
            {
                return at;
            }
        }

        throw PictureFault.Broken(path, $"it ends at byte {bytes.Length}, before its last chunk");
    }
}
