using System.Collections.Immutable;

namespace DiagCodec.Coding.Plans;

/// <summary>The QPs of one frame.</summary>
/// <param name="FrameQp">0 to 51.</param>
/// <param name="Offsets">Signed offset of every block in raster order, or empty where all are 0.</param>
public sealed record FrameQps(int FrameQp, ImmutableArray<sbyte> Offsets)
{
    public bool HasOffsets => !Offsets.IsDefaultOrEmpty;
}
