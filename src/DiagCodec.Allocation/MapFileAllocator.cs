using DiagCodec.Coding.Plans;
using DiagCodec.Coding.QpMaps;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Allocation;

/// <summary>A map that somebody else made, read from a file. Formats without frame QPs take them from base QP and GOP structure.</summary>
public sealed class MapFileAllocator : IBitAllocator
{
    private readonly string _path;

    public MapFileAllocator(string path) => _path = path;

    public string Name => "map-file";

    /// <exception cref="InvalidInputException">The file is missing, broken, or for other frames.</exception>
    public QpMap Allocate(AllocationRequest request) => QpMapFile.Read(
        _path, request.Format, request.Frames, i => request.Gop.FrameQp(request.BaseQp, i), request.BlockSize);
}
