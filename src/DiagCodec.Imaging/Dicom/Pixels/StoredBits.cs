using System.Runtime.InteropServices;

namespace DiagCodec.Imaging.Dicom.Pixels;

/// <summary>
/// Between the words of a file and stored values: only the bits from High Bit downwards count, and the sign is theirs, not the
/// word's (PS3.5 8.1.1). What stands in the other bits is foreign: nothing, copies of the sign, or old overlays.
/// </summary>
internal static class StoredBits
{
    /// <summary>Words to stored values, in place.</summary>
    /// <returns>True when foreign bits other than copies of the sign were dropped.</returns>
    public static bool Extract(Span<byte> samples, PixelLayout layout)
    {
        if (layout.BitsStored == layout.BitsAllocated)
        {
            return false;
        }

        return layout.BitsAllocated switch
        {
            8 => Extract8(samples, layout),
            16 when layout is { IsSigned: false, Shift: 0 } => MaskUnsigned16(MemoryMarshal.Cast<byte, ushort>(samples), layout.BitsStored),
            16 => Extract16(MemoryMarshal.Cast<byte, ushort>(samples), layout),
            _ => Extract32(MemoryMarshal.Cast<byte, uint>(samples), layout),
        };
    }

    /// <summary>Stored values, clipped to what Bits Stored can hold, to words: at High Bit, unused bits above filled with the sign.</summary>
    public static void Place(ReadOnlySpan<int> stored, PixelLayout layout, Span<byte> samples)
    {
        switch (layout.BitsAllocated)
        {
            case 8:
                for (var i = 0; i < stored.Length; i++)
                {
                    samples[i] = (byte)Word(stored[i], layout);
                }

                break;
            case 16:
                var (shift, low, high) = (layout.Shift, (int)layout.Lowest, (int)layout.Highest);
                var words = MemoryMarshal.Cast<byte, ushort>(samples);
                for (var i = 0; i < stored.Length; i++)
                {
                    words[i] = (ushort)(Math.Clamp(stored[i], low, high) << shift);
                }

                break;
            default:
                var wide = MemoryMarshal.Cast<byte, uint>(samples);
                for (var i = 0; i < stored.Length; i++)
                {
                    wide[i] = (uint)Word(stored[i], layout);
                }

                break;
        }
    }

    /// <summary>A copy whose words have nothing above Bits Stored: JPEG-LS knows no sign, and no sample above its precision (T.87 C.2.2).</summary>
    public static byte[] WithoutSign(ReadOnlySpan<byte> samples, PixelLayout layout)
    {
        var bare = samples.ToArray();
        var mask = (1 << layout.BitsStored) - 1;
        var width = layout.BitsAllocated / 8;
        for (var i = 0; i < bare.Length; i++)
        {
            bare[i] &= (byte)(mask >> (8 * (i % width)));
        }

        return bare;
    }

    private static long Word(int stored, PixelLayout layout) => Math.Clamp(stored, layout.Lowest, layout.Highest) << layout.Shift;

    /// <summary>What nearly every CT needs, without branches so that it becomes vector code.</summary>
    private static bool MaskUnsigned16(Span<ushort> words, int bitsStored)
    {
        var mask = (ushort)((1 << bitsStored) - 1);
        ushort seen = 0;
        for (var i = 0; i < words.Length; i++)
        {
            seen |= words[i];
            words[i] &= mask;
        }

        return (seen & ~mask) != 0;
    }

    private static bool Extract8(Span<byte> words, PixelLayout layout)
    {
        var foreign = false;
        foreach (ref var word in words)
        {
            foreign |= IsForeign(word, layout);
            word = (byte)Value(word, layout);
        }

        return foreign;
    }

    private static bool Extract16(Span<ushort> words, PixelLayout layout)
    {
        var foreign = false;
        foreach (ref var word in words)
        {
            foreign |= IsForeign(word, layout);
            word = (ushort)Value(word, layout);
        }

        return foreign;
    }

    private static bool Extract32(Span<uint> words, PixelLayout layout)
    {
        var foreign = false;
        foreach (ref var word in words)
        {
            foreign |= IsForeign(word, layout);
            word = (uint)Value(word, layout);
        }

        return foreign;
    }

    private static long Value(uint word, PixelLayout layout)
    {
        var (left, right) = (63 - layout.HighBit, 64 - layout.BitsStored);
        return layout.IsSigned ? (long)word << left >> right : (long)((ulong)word << left >> right);
    }

    private static bool IsForeign(uint word, PixelLayout layout)
    {
        var outside = word & ~(((1UL << layout.BitsStored) - 1) << layout.Shift);
        var above = ((1UL << layout.BitsAllocated) - 1) & ~((2UL << layout.HighBit) - 1);
        return outside != 0 && !(layout.IsSigned && outside == above && (word >> layout.HighBit & 1) == 1);
    }
}
