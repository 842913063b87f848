namespace DiagCodec.Imaging.Volumes;

/// <summary>How one stored value lies in memory: little-endian, 1, 2 or 4 bytes, signed or not.</summary>
public enum SampleFormat
{
    UInt8,
    Int8,
    UInt16,
    Int16,
    UInt32,
    Int32,
}
