using DiagCodec.Coding.Plans;

namespace DiagCodec.Allocation;

/// <summary>The anchor: every block of a frame has the frame's QP.</summary>
public sealed class UniformAllocator : IBitAllocator
{
    public string Name => "uniform";

    public QpMap Allocate(AllocationRequest request) =>
        QpMap.Uniform(request.Format, request.Frames, request.BaseQp, request.Gop, request.BlockSize);
}
