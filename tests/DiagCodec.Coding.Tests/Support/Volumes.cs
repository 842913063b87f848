using System.Collections.Immutable;
using DiagCodec.Coding.Prepare;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Coding.Tests.Support;

/// <summary>Volumes and mappings for tests.</summary>
internal static class Volumes
{
    public static Volume Of(int columns, int rows, SampleFormat format, params int[][] slices) =>
        new(columns, rows, format, [.. slices.Select(s => (ReadOnlyMemory<byte>)Bytes(format, s))]) { BitsStored = 8 * format.Bytes() };

    /// <summary>One row of values.</summary>
    public static Volume Row(SampleFormat format, params int[] values) => Of(values.Length, 1, format, values);

    public static Volume Random(int seed, int columns, int rows, int slices, SampleFormat format, int low, int high)
    {
        var random = new Random(seed);
        return Of(columns, rows, format, [.. Enumerable.Range(0, slices).Select(_ => Values(random, columns * rows, low, high))]);
    }

    public static Volume WithChroma(this Volume volume, params int[][] chroma) =>
        new(volume.Columns, volume.Rows, volume.Format, Slices(volume))
        {
            BitsStored = volume.BitsStored,
            Chroma = [.. chroma.Select(c => (ReadOnlyMemory<byte>)Bytes(volume.Format, c))],
        };

    public static Volume WithPadding(this Volume volume, int low, int high) =>
        new(volume.Columns, volume.Rows, volume.Format, Slices(volume)) { BitsStored = volume.BitsStored, Padding = new PixelPadding(low, high) };

    public static Volume WithRescales(this Volume volume, params Rescale[] rescales) =>
        new(volume.Columns, volume.Rows, volume.Format, Slices(volume)) { BitsStored = volume.BitsStored, Rescales = [.. rescales] };

    public static int[] Values(Random random, int count, int low, int high) =>
        [.. Enumerable.Range(0, count).Select(_ => (int)random.NextInt64(low, high + 1L))];

    public static int[] SliceOf(Volume volume, int slice)
    {
        var values = new int[volume.PixelsPerSlice];
        volume.ReadSlice(slice, values);
        return values;
    }

    public static (int Low, int High) RangeOf(SampleFormat format) => format switch
    {
        SampleFormat.UInt8 => (byte.MinValue, byte.MaxValue),
        SampleFormat.Int8 => (sbyte.MinValue, sbyte.MaxValue),
        SampleFormat.UInt16 => (ushort.MinValue, ushort.MaxValue),
        SampleFormat.Int16 => (short.MinValue, short.MaxValue),
        SampleFormat.UInt32 => (0, int.MaxValue),
        _ => (int.MinValue, int.MaxValue),
    };

    public static int[] There(this SampleMapping mapping, params int[] stored) => mapping.ThereOn(0, stored);

    public static int[] ThereOn(this SampleMapping mapping, int slice, params int[] stored)
    {
        var code = new ushort[stored.Length];
        mapping.ToCode(slice, stored, code);
        return [.. code.Select(c => (int)c)];
    }

    public static int[] Back(this SampleMapping mapping, params int[] codes) => mapping.BackOn(0, codes);

    public static int[] BackOn(this SampleMapping mapping, int slice, params int[] codes)
    {
        var stored = new int[codes.Length];
        mapping.ToStored(slice, [.. codes.Select(c => (ushort)c)], stored);
        return stored;
    }

    /// <summary>The largest error by the plainest way: every voxel there and back.</summary>
    public static long WorstError(this SampleMapping mapping, Volume volume) =>
        Enumerable.Range(0, volume.Slices).Max(z =>
        {
            var values = SliceOf(volume, z);
            var back = mapping.BackOn(z, mapping.ThereOn(z, values));
            return values.Zip(back).Where(p => volume.Padding?.Contains(p.First) != true).Select(p => Math.Abs((long)p.First - p.Second)).DefaultIfEmpty().Max();
        });

    private static byte[] Bytes(SampleFormat format, int[] values)
    {
        var bytes = new byte[values.Length * format.Bytes()];
        Volume.Narrow(values, format, bytes);
        return bytes;
    }

    private static ImmutableArray<ReadOnlyMemory<byte>> Slices(Volume volume) =>
        [.. Enumerable.Range(0, volume.Slices).Select(z => (ReadOnlyMemory<byte>)volume.SliceBytes(z).ToArray())];
}
