using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Nifti;

/// <summary>Sizes of <see cref="NiftiDatatype"/> and its relation to <see cref="SampleFormat"/>.</summary>
internal static class NiftiDatatypes
{
    /// <summary>Bytes of one value; 0 for datatypes that are not read.</summary>
    public static int Bytes(this NiftiDatatype datatype) => datatype switch
    {
        NiftiDatatype.UInt8 or NiftiDatatype.Int8 => 1,
        NiftiDatatype.UInt16 or NiftiDatatype.Int16 => 2,
        NiftiDatatype.UInt32 or NiftiDatatype.Int32 or NiftiDatatype.Float32 => 4,
        NiftiDatatype.UInt64 or NiftiDatatype.Int64 or NiftiDatatype.Float64 => 8,
        _ => 0,
    };

    /// <summary>The format that holds the values as they are; null where they must be looked at first (floats, 64 bits, unsigned 32 bits).</summary>
    public static SampleFormat? Format(this NiftiDatatype datatype) => datatype switch
    {
        NiftiDatatype.UInt8 => SampleFormat.UInt8,
        NiftiDatatype.Int8 => SampleFormat.Int8,
        NiftiDatatype.UInt16 => SampleFormat.UInt16,
        NiftiDatatype.Int16 => SampleFormat.Int16,
        NiftiDatatype.Int32 => SampleFormat.Int32,
        _ => null,
    };

    public static NiftiDatatype Of(SampleFormat format) => format switch
    {
        SampleFormat.UInt8 => NiftiDatatype.UInt8,
        SampleFormat.Int8 => NiftiDatatype.Int8,
        SampleFormat.UInt16 => NiftiDatatype.UInt16,
        SampleFormat.Int16 => NiftiDatatype.Int16,
        SampleFormat.UInt32 => NiftiDatatype.UInt32,
        SampleFormat.Int32 => NiftiDatatype.Int32,
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "unknown sample format"),
    };
}
