using System.Buffers.Binary;
using System.IO.Compression;

namespace DiagCodec.Evaluation.Tests.Reports;

/// <summary>Decodes enough of a PNG data URI to know that it is whole: header, and as many filtered bytes as the size asks for.</summary>
internal sealed record DecodedPng(int Width, int Height)
{
    private const string Prefix = "data:image/png;base64,";

    public (int Width, int Height) Size => (Width, Height);

    public static DecodedPng Of(string uri)
    {
        Assert.StartsWith(Prefix, uri, StringComparison.Ordinal);
        var bytes = Convert.FromBase64String(uri[Prefix.Length..]);
        Assert.Equal(0x89504E470D0A1A0AUL, BinaryPrimitives.ReadUInt64BigEndian(bytes));
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(20)));
        var samples = bytes[25] == 2 ? 3 : 1;
        using var data = new MemoryStream();
        for (var at = 8; at < bytes.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at));
            if (bytes.AsSpan(at + 4, 4).SequenceEqual("IDAT"u8))
            {
                data.Write(bytes, at + 8, length);
            }

            at += length + 12;
        }

        data.Position = 0;
        using var zlib = new ZLibStream(data, CompressionMode.Decompress);
        using var rows = new MemoryStream();
        zlib.CopyTo(rows);
        Assert.Equal(height * ((width * samples) + 1), rows.Length);
        return new DecodedPng(width, height);
    }
}
