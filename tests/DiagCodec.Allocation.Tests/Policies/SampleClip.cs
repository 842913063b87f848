using System.Collections.Immutable;
using DiagCodec.Coding.Plans;
using DiagCodec.Coding.Prepare;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Allocation.Tests.Policies;

/// <summary>Slices and masks from rules for their pixels.</summary>
internal static class SampleClip
{
    public static Volume Volume(int columns, int rows, int slices, Func<int, int, int, int> value) => new(
        columns,
        rows,
        SampleFormat.Int16,
        [.. Enumerable.Range(0, slices).Select(z => Bytes([.. Enumerable.Range(0, columns * rows).Select(i => value(i % columns, i / columns, z))]))]);

    public static LabelMap Mask(int columns, int rows, int slices, Func<int, int, int, bool> isForeground)
    {
        var labels = new byte[columns * rows * slices];
        for (var i = 0; i < labels.Length; i++)
        {
            labels[i] = isForeground(i % columns, i / columns % rows, i / columns / rows) ? (byte)3 : (byte)0;
        }

        return new LabelMap(columns, rows, slices, labels, null);
    }

    /// <summary>Noise that differs by slice, so that agents have something to tell apart.</summary>
    public static Volume Noise(int columns, int rows, int slices, int seed)
    {
        var random = new Random(seed);
        return Volume(columns, rows, slices, (_, _, z) => random.Next(-200, 200 + (50 * (z % 13))));
    }

    public static AllocationRequest Request(Volume volume, LabelMap mask, int bitDepth = 12) =>
        new(new FrameFormat(volume.Columns, volume.Rows, bitDepth, ChromaFormat.Luma400).Coded(), volume.Slices, 30, GopStructure.Step, 64)
        {
            Mask = mask,
            Slices = volume,
        };

    private static ReadOnlyMemory<byte> Bytes(ImmutableArray<int> values)
    {
        var bytes = new byte[values.Length * SampleFormat.Int16.Bytes()];
        DiagCodec.Imaging.Volumes.Volume.Narrow(values.AsSpan(), SampleFormat.Int16, bytes);
        return bytes;
    }
}
