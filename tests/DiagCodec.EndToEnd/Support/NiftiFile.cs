using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;

namespace DiagCodec.EndToEnd.Support;

/// <summary>A little-endian NIfTI-1 file without extensions, read without our reader.</summary>
internal static class NiftiFile
{
    private const int HeaderBytes = 352;

    public static byte[] Read(string path)
    {
        using Stream file = File.OpenRead(path);
        using var plain = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var bytes = new MemoryStream();
        plain.CopyTo(bytes);
        return bytes.ToArray();
    }

    public static short[] Int16Values(byte[] file) => MemoryMarshal.Cast<byte, short>(file.AsSpan(HeaderBytes)).ToArray();

    /// <summary>Rows, columns and offset of sform: RAS = affine * (i, j, k, 1).</summary>
    public static double[,] Sform(byte[] file)
    {
        var affine = new double[3, 4];
        for (var i = 0; i < 12; i++)
        {
            affine[i / 4, i % 4] = BinaryPrimitives.ReadSingleLittleEndian(file.AsSpan(280 + (4 * i)));
        }

        return affine;
    }
}
