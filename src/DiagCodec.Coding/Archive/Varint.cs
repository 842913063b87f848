using DiagCodec.Imaging.Faults;

namespace DiagCodec.Coding.Archive;

/// <summary>Unsigned numbers in groups of seven bits, lowest first, the top bit set on all but the last byte; signed ones zigzag.</summary>
internal static class Varint
{
    public static void Write(Stream stream, uint value)
    {
        while (value > 0x7F)
        {
            stream.WriteByte((byte)(value | 0x80));
            value >>= 7;
        }

        stream.WriteByte((byte)value);
    }

    public static void WriteSigned(Stream stream, int value) => Write(stream, (uint)((value << 1) ^ (value >> 31)));

    /// <exception cref="InvalidInputException">The bytes end inside the number, or it is above 32 bits.</exception>
    public static uint Read(ref ReadOnlySpan<byte> bytes, string source)
    {
        ulong value = 0;
        for (var i = 0; i < 5 && i < bytes.Length; i++)
        {
            value |= (ulong)(bytes[i] & 0x7F) << (7 * i);
            if (bytes[i] < 0x80)
            {
                bytes = bytes[(i + 1)..];
                return value <= uint.MaxValue ? (uint)value : throw Broken(source);
            }
        }

        throw Broken(source);
    }

    public static int ReadSigned(ref ReadOnlySpan<byte> bytes, string source)
    {
        var value = Read(ref bytes, source);
        return (int)(value >> 1) ^ -(int)(value & 1);
    }

    private static InvalidInputException Broken(string source) => new($"{source}: a number in it is broken");
}
