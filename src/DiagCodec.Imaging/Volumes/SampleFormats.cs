namespace DiagCodec.Imaging.Volumes;

/// <summary>Sizes and ranges of <see cref="SampleFormat"/>.</summary>
public static class SampleFormats
{
    /// <summary>Bytes of one sample: 1, 2 or 4.</summary>
    public static int Bytes(this SampleFormat format) => format switch
    {
        SampleFormat.UInt8 or SampleFormat.Int8 => 1,
        SampleFormat.UInt16 or SampleFormat.Int16 => 2,
        SampleFormat.UInt32 or SampleFormat.Int32 => 4,
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "unknown sample format"),
    };

    public static bool IsSigned(this SampleFormat format) =>
        format is SampleFormat.Int8 or SampleFormat.Int16 or SampleFormat.Int32;

    /// <summary>The format of <paramref name="bytes"/> (1, 2 or 4) bytes.</summary>
    public static SampleFormat Of(int bytes, bool signed) => (bytes, signed) switch
    {
        (1, false) => SampleFormat.UInt8,
        (1, true) => SampleFormat.Int8,
        (2, false) => SampleFormat.UInt16,
        (2, true) => SampleFormat.Int16,
        (4, false) => SampleFormat.UInt32,
        (4, true) => SampleFormat.Int32,
        _ => throw new ArgumentOutOfRangeException(nameof(bytes), bytes, "a sample has 1, 2 or 4 bytes"),
    };
}
