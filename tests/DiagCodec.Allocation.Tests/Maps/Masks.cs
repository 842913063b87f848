using DiagCodec.Coding.Plans;
using DiagCodec.Coding.Prepare;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Allocation.Tests.Maps;

/// <summary>Requests with masks drawn by a rule.</summary>
internal static class Masks
{
    public static AllocationRequest Request(int columns, int rows, int frames, Func<int, int, int, bool> isForeground, int block = 64, int bitDepth = 12)
    {
        var labels = new byte[columns * rows * frames];
        for (var i = 0; i < labels.Length; i++)
        {
            labels[i] = isForeground(i % columns, i / columns % rows, i / columns / rows) ? (byte)3 : (byte)0;
        }

        var format = new FrameFormat(columns, rows, bitDepth, ChromaFormat.Luma400).Coded();
        return new AllocationRequest(format, frames, 30, GopStructure.Flat, block) { Mask = new LabelMap(columns, rows, frames, labels, null) };
    }

    /// <summary>Offsets of a frame, 0 where the map leaves them out.</summary>
    public static int[] Offsets(this QpMap map, int frame) =>
        [.. Enumerable.Range(0, map.BlocksPerFrame).Select(b => map.Frames[frame].HasOffsets ? map.Frames[frame].Offsets[b] : 0)];
}
