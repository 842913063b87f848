using System.Buffers.Binary;

namespace DiagCodec.Imaging.Nifti;

/// <summary>Reads and writes header fields in the file's own byte order.</summary>
internal readonly ref struct NiftiFields(Span<byte> header, bool bigEndian)
{
    private readonly Span<byte> _header = header;

    public short Int16(int offset) => bigEndian
        ? BinaryPrimitives.ReadInt16BigEndian(_header[offset..])
        : BinaryPrimitives.ReadInt16LittleEndian(_header[offset..]);

    public float Single(int offset) => bigEndian
        ? BinaryPrimitives.ReadSingleBigEndian(_header[offset..])
        : BinaryPrimitives.ReadSingleLittleEndian(_header[offset..]);

    public byte Byte(int offset) => _header[offset];

    public void Set(int offset, short value)
    {
        if (bigEndian)
        {
            BinaryPrimitives.WriteInt16BigEndian(_header[offset..], value);
        }
        else
        {
            BinaryPrimitives.WriteInt16LittleEndian(_header[offset..], value);
        }
    }

    public void Set(int offset, double value)
    {
        if (bigEndian)
        {
            BinaryPrimitives.WriteSingleBigEndian(_header[offset..], (float)value);
        }
        else
        {
            BinaryPrimitives.WriteSingleLittleEndian(_header[offset..], (float)value);
        }
    }
}
