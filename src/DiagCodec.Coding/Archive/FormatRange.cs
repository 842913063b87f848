using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Coding.Archive;

/// <summary>Which values a sample format holds.</summary>
internal static class FormatRange
{
    public static bool Holds(this SampleFormat format, int value)
    {
        var bits = 8 * format.Bytes();
        var signed = format.IsSigned();
        var low = signed ? -(1L << (bits - 1)) : 0;
        var high = (1L << (signed ? bits - 1 : bits)) - 1;
        return value >= low && value <= high;
    }
}
