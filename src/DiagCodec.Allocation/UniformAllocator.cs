using DiagCodec.Coding.Plans;

namespace DiagCodec.Allocation;

/// <summary>The anchor: every block of a frame has the frame's QP.</summary>
public sealed class UniformAllocator : IBitAllocator
{
    public string Name => "uniform";

    public QpMap Allocate(AllocationRequest request) => new(
        request.BlockSize,
        request.Columns,
        request.Rows,
        [.. Enumerable.Range(0, request.Frames).Select(i => new FrameQps(request.Gop.FrameQp(request.BaseQp, i), []))])
    {
        HighestCodedQp = QpMap.HighestCodedQpAt(request.Format.BitDepth),
    };
}
