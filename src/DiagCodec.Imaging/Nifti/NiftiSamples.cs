using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Nifti;

/// <summary>Voxel values between a file's datatype and byte order and the integers of a volume.</summary>
internal static class NiftiSamples
{
    /// <summary>Turns big-endian values into little-endian ones, or back, in place.</summary>
    public static void Reverse(Span<byte> samples, int bytes)
    {
        switch (bytes)
        {
            case 2:
                var words = MemoryMarshal.Cast<byte, ushort>(samples);
                BinaryPrimitives.ReverseEndianness(words, words);
                break;
            case 4:
                var doubleWords = MemoryMarshal.Cast<byte, uint>(samples);
                BinaryPrimitives.ReverseEndianness(doubleWords, doubleWords);
                break;
            case 8:
                var quadWords = MemoryMarshal.Cast<byte, ulong>(samples);
                BinaryPrimitives.ReverseEndianness(quadWords, quadWords);
                break;
            default:
                break;
        }
    }

    /// <summary>Floats and wide integers, little-endian, to 32-bit integers.</summary>
    /// <returns>The index of the first value that is no whole number of 32 bits; -1 when all are.</returns>
    public static int ToIntegers(ReadOnlySpan<byte> samples, NiftiDatatype datatype, Span<int> values) => datatype switch
    {
        NiftiDatatype.Float32 => Convert(MemoryMarshal.Cast<byte, float>(samples), values),
        NiftiDatatype.Float64 => Convert(MemoryMarshal.Cast<byte, double>(samples), values),
        NiftiDatatype.UInt32 => Convert(MemoryMarshal.Cast<byte, uint>(samples), values),
        NiftiDatatype.Int64 => Convert(MemoryMarshal.Cast<byte, long>(samples), values),
        NiftiDatatype.UInt64 => Convert(MemoryMarshal.Cast<byte, ulong>(samples), values),
        _ => throw new ArgumentOutOfRangeException(nameof(datatype), datatype, "needs no conversion"),
    };

    /// <summary>One value of little-endian samples as text, for messages.</summary>
    public static string Show(ReadOnlySpan<byte> samples, NiftiDatatype datatype, int index) => datatype switch
    {
        NiftiDatatype.Float32 => MemoryMarshal.Cast<byte, float>(samples)[index].ToString(CultureInfo.InvariantCulture),
        NiftiDatatype.Float64 => MemoryMarshal.Cast<byte, double>(samples)[index].ToString(CultureInfo.InvariantCulture),
        NiftiDatatype.UInt32 => MemoryMarshal.Cast<byte, uint>(samples)[index].ToString(CultureInfo.InvariantCulture),
        NiftiDatatype.Int64 => MemoryMarshal.Cast<byte, long>(samples)[index].ToString(CultureInfo.InvariantCulture),
        NiftiDatatype.UInt64 => MemoryMarshal.Cast<byte, ulong>(samples)[index].ToString(CultureInfo.InvariantCulture),
        _ => throw new ArgumentOutOfRangeException(nameof(datatype), datatype, "needs no conversion"),
    };

    /// <summary>Integers to little-endian values of any supported datatype.</summary>
    /// <exception cref="OverflowException">A value does not fit the datatype.</exception>
    public static void FromIntegers(ReadOnlySpan<int> values, NiftiDatatype datatype, Span<byte> samples)
    {
        switch (datatype)
        {
            case NiftiDatatype.Float32:
                var singles = MemoryMarshal.Cast<byte, float>(samples);
                for (var i = 0; i < values.Length; i++)
                {
                    singles[i] = values[i];
                }

                break;
            case NiftiDatatype.Float64:
                var doubles = MemoryMarshal.Cast<byte, double>(samples);
                for (var i = 0; i < values.Length; i++)
                {
                    doubles[i] = values[i];
                }

                break;
            case NiftiDatatype.Int64 or NiftiDatatype.UInt64:
                var longs = MemoryMarshal.Cast<byte, long>(samples);
                for (var i = 0; i < values.Length; i++)
                {
                    longs[i] = datatype == NiftiDatatype.UInt64 ? checked((uint)values[i]) : values[i];
                }

                break;
            default:
                Volume.Narrow(values, datatype.Format() ?? SampleFormat.UInt32, samples);
                break;
        }
    }

    private static int Convert<T>(ReadOnlySpan<T> samples, Span<int> values)
        where T : struct, System.Numerics.INumber<T>
    {
        for (var i = 0; i < samples.Length; i++)
        {
            // Saturation makes NaN 0 and keeps out-of-range values from coming back equal, so one comparison finds every misfit,
            // but for float32's 2^31: it saturates to 2^31 - 1, which no float32 is and which rounds back to 2^31.
            var value = int.CreateSaturating(samples[i]);
            if (T.CreateSaturating(value) != samples[i] || (value == int.MaxValue && typeof(T) == typeof(float)))
            {
                return i;
            }

            values[i] = value;
        }

        return -1;
    }
}
