using DiagCodec.Coding.Plans;

namespace DiagCodec.Allocation;

/// <summary>Chooses the QP of every frame and block.</summary>
public interface IBitAllocator
{
    /// <summary>The word for it on the command line, in manifests and tables.</summary>
    string Name { get; }

    QpMap Allocate(AllocationRequest request);
}
