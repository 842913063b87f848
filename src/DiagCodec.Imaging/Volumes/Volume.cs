using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace DiagCodec.Imaging.Volumes;

/// <summary>
/// A stack of equally large slices of stored values, held in their own sample format so that a volume costs no more memory than
/// its samples. Slices are in coding order.
/// </summary>
public sealed class Volume
{
    private readonly ImmutableArray<ReadOnlyMemory<byte>> _slices;

    /// <param name="columns">Width of a slice, 1 or more.</param>
    /// <param name="rows">Height of a slice, 1 or more.</param>
    /// <param name="format">How a stored value lies in <paramref name="slices"/>.</param>
    /// <param name="slices">One block of rows * columns little-endian samples per slice, row by row; at least one.</param>
    /// <exception cref="ArgumentException">A slice has another size, or there is none.</exception>
    public Volume(int columns, int rows, SampleFormat format, ImmutableArray<ReadOnlyMemory<byte>> slices)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfZero(slices.Length, nameof(slices));
        var size = (long)columns * rows * format.Bytes();
        foreach (var slice in slices)
        {
            if (slice.Length != size)
            {
                throw new ArgumentException($"a slice of {columns}x{rows} {format} has {size} bytes, found {slice.Length}", nameof(slices));
            }
        }

        Columns = columns;
        Rows = rows;
        Format = format;
        BitsStored = 8 * format.Bytes();
        _slices = slices;
    }

    public int Columns { get; }

    public int Rows { get; }

    public int Slices => _slices.Length;

    public int PixelsPerSlice => Columns * Rows;

    public SampleFormat Format { get; }

    /// <summary>Bits that carry meaning (DICOM Bits Stored); the format's full width unless the source says less.</summary>
    public int BitsStored { get; init; }

    /// <summary>Null where the source says nothing of the patient's coordinates (pictures, video).</summary>
    public Geometry? Geometry { get; init; }

    /// <summary>One per slice, or one for all.</summary>
    public ImmutableArray<Rescale> Rescales { get; init; } = [Rescale.Identity];

    public PixelPadding? Padding { get; init; }

    /// <summary>MONOCHROME1: low values are shown bright. Stored values are never inverted.</summary>
    public bool LowIsBright { get; init; }

    /// <summary>Chroma of 4:2:0 video, U then V per slice in the luma's sample format; null for everything medical.</summary>
    public ImmutableArray<ReadOnlyMemory<byte>>? Chroma { get; init; }

    public Rescale RescaleOf(int slice) => Rescales.Length == 1 ? Rescales[0] : Rescales[slice];

    /// <summary>A run of slices as a volume of its own, with what belongs to them; no sample is copied.</summary>
    /// <param name="first">From 0.</param>
    /// <param name="count">1 or more.</param>
    public Volume Clip(int first, int count) => new(Columns, Rows, Format, _slices.Slice(first, count))
    {
        BitsStored = BitsStored,
        Geometry = Geometry?.Clip(first, count),
        Rescales = Rescales.Length == 1 ? Rescales : Rescales.Slice(first, count),
        Padding = Padding,
        LowIsBright = LowIsBright,
        Chroma = Chroma?.Slice(first, count),
    };

    /// <summary>Other samples in the same place, in the same format and with the same meaning; without chroma.</summary>
    /// <param name="slices">As many as this volume has, laid out like them.</param>
    public Volume WithSamples(ImmutableArray<ReadOnlyMemory<byte>> slices)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(slices.Length, Slices, nameof(slices));
        return new(Columns, Rows, Format, slices)
        {
            BitsStored = BitsStored,
            Geometry = Geometry,
            Rescales = Rescales,
            Padding = Padding,
            LowIsBright = LowIsBright,
        };
    }

    /// <summary>The samples of a slice as they are stored: rows * columns little-endian values of <see cref="Format"/>.</summary>
    public ReadOnlySpan<byte> SliceBytes(int slice) => _slices[slice].Span;

    /// <summary>Widens the stored values of a slice; <paramref name="destination"/> takes <see cref="PixelsPerSlice"/> values.</summary>
    /// <exception cref="OverflowException">A 32-bit unsigned value is above 2^31 - 1.</exception>
    public void ReadSlice(int slice, Span<int> destination) => Widen(SliceBytes(slice), Format, destination);

    /// <summary>Little-endian samples to integers.</summary>
    public static void Widen(ReadOnlySpan<byte> samples, SampleFormat format, Span<int> destination)
    {
        var count = samples.Length / format.Bytes();
        var to = destination[..count];
        switch (format)
        {
            case SampleFormat.UInt8:
                for (var i = 0; i < count; i++)
                {
                    to[i] = samples[i];
                }

                break;
            case SampleFormat.Int8:
                for (var i = 0; i < count; i++)
                {
                    to[i] = (sbyte)samples[i];
                }

                break;
            case SampleFormat.UInt16:
                var unsigned = MemoryMarshal.Cast<byte, ushort>(samples);
                for (var i = 0; i < count; i++)
                {
                    to[i] = unsigned[i];
                }

                break;
            case SampleFormat.Int16:
                var signed = MemoryMarshal.Cast<byte, short>(samples);
                for (var i = 0; i < count; i++)
                {
                    to[i] = signed[i];
                }

                break;
            case SampleFormat.UInt32:
                for (var i = 0; i < count; i++)
                {
                    to[i] = checked((int)BinaryPrimitives.ReadUInt32LittleEndian(samples[(4 * i)..]));
                }

                break;
            case SampleFormat.Int32:
                MemoryMarshal.Cast<byte, int>(samples).CopyTo(to);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(format), format, "unknown sample format");
        }
    }

    /// <summary>Integers to little-endian samples.</summary>
    /// <exception cref="OverflowException">A value does not fit the format.</exception>
    public static void Narrow(ReadOnlySpan<int> values, SampleFormat format, Span<byte> destination)
    {
        switch (format)
        {
            case SampleFormat.UInt8:
                for (var i = 0; i < values.Length; i++)
                {
                    destination[i] = checked((byte)values[i]);
                }

                break;
            case SampleFormat.Int8:
                for (var i = 0; i < values.Length; i++)
                {
                    destination[i] = (byte)checked((sbyte)values[i]);
                }

                break;
            case SampleFormat.UInt16:
                var unsigned = MemoryMarshal.Cast<byte, ushort>(destination);
                for (var i = 0; i < values.Length; i++)
                {
                    unsigned[i] = checked((ushort)values[i]);
                }

                break;
            case SampleFormat.Int16:
                var signed = MemoryMarshal.Cast<byte, short>(destination);
                for (var i = 0; i < values.Length; i++)
                {
                    signed[i] = checked((short)values[i]);
                }

                break;
            case SampleFormat.UInt32:
                for (var i = 0; i < values.Length; i++)
                {
                    BinaryPrimitives.WriteUInt32LittleEndian(destination[(4 * i)..], checked((uint)values[i]));
                }

                break;
            case SampleFormat.Int32:
                values.CopyTo(MemoryMarshal.Cast<byte, int>(destination));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(format), format, "unknown sample format");
        }
    }
}
