using System.Buffers.Binary;
using System.IO.Compression;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Tests.Nifti;

/// <summary>Builds NIfTI files byte by byte from the standard's text, without the code under test.</summary>
internal sealed class NiftiBytes
{
    private readonly bool _bigEndian;

    public NiftiBytes(int columns, int rows, int slices, short datatype, int bytes, bool bigEndian = false, int extension = 0)
    {
        _bigEndian = bigEndian;
        Content = new byte[352 + extension + (columns * rows * slices * bytes)];
        DataOffset = 352 + extension;
        Put(0, 348);
        short[] dim = [3, (short)columns, (short)rows, (short)slices, 1, 1, 1, 1];
        for (var i = 0; i < 8; i++)
        {
            Put(40 + (2 * i), dim[i]);
            Put(76 + (4 * i), 1f);
        }

        Put(70, datatype);
        Put(72, (short)(8 * bytes));
        Put(108, (float)DataOffset);
        "n+1\0"u8.CopyTo(Content.AsSpan(344));
    }

    public byte[] Content { get; }

    public int DataOffset { get; }

    public NiftiBytes Put(int at, short value)
    {
        BinaryPrimitives.WriteInt16LittleEndian(Content.AsSpan(at), _bigEndian ? BinaryPrimitives.ReverseEndianness(value) : value);
        return this;
    }

    public NiftiBytes Put(int at, int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(Content.AsSpan(at), _bigEndian ? BinaryPrimitives.ReverseEndianness(value) : value);
        return this;
    }

    public NiftiBytes Put(int at, float value) => Put(at, BitConverter.SingleToInt32Bits(value));

    public NiftiBytes Put(int at, double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        BinaryPrimitives.WriteInt64LittleEndian(Content.AsSpan(at), _bigEndian ? BinaryPrimitives.ReverseEndianness(bits) : bits);
        return this;
    }

    public NiftiBytes Put(int at, long value) => Put(at, BitConverter.Int64BitsToDouble(value));

    /// <summary>Rows of the affine, in the file's right-front-head axes.</summary>
    public NiftiBytes Sform(Vector3 i, Vector3 j, Vector3 k, Vector3 origin)
    {
        Put(254, (short)1);
        Vector3[] columns = [i, j, k, origin];
        for (var c = 0; c < 4; c++)
        {
            Put(280 + (4 * c), (float)columns[c].X).Put(296 + (4 * c), (float)columns[c].Y).Put(312 + (4 * c), (float)columns[c].Z);
        }

        return this;
    }

    public string Save(Scratch folder, string name = "volume.nii")
    {
        var path = folder.File(name);
        File.WriteAllBytes(path, name.EndsWith(".gz", StringComparison.Ordinal) ? Gzip(Content) : Content);
        return path;
    }

    public static byte[] Gzip(byte[] content)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal))
        {
            gzip.Write(content);
        }

        return compressed.ToArray();
    }
}
