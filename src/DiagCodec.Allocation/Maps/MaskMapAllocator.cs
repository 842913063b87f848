using System.Collections.Immutable;
using DiagCodec.Coding.Plans;

namespace DiagCodec.Allocation.Maps;

/// <summary>
/// What the maps made from a mask have in common: frame QPs from the GOP structure, one offset a block. A mask without any
/// foreground says nothing of where to save, so it leaves every offset 0; a single frame without foreground is all background.
/// </summary>
public abstract class MaskMapAllocator : IBitAllocator
{
    public abstract string Name { get; }

    /// <exception cref="ArgumentException">The request has no mask, or it does not lie within the frames.</exception>
    public QpMap Allocate(AllocationRequest request)
    {
        var shares = new MaskShares(request);
        var isEmpty = !request.Mask!.Labels.Span.ContainsAnyExcept((byte)0);
        var frames = ImmutableArray.CreateBuilder<FrameQps>(request.Frames);
        for (var i = 0; i < request.Frames; i++)
        {
            var offsets = isEmpty ? [] : Offsets(shares.Of(i), request.Columns, request.Rows);
            var isFlat = Array.TrueForAll(offsets, o => o == 0);
            frames.Add(new FrameQps(request.Gop.FrameQp(request.BaseQp, i), isFlat ? [] : [.. offsets]));
        }

        return new QpMap(request.BlockSize, request.Columns, request.Rows, frames.MoveToImmutable())
        {
            HighestCodedQp = QpMap.HighestCodedQpAt(request.Format.BitDepth),
        };
    }

    /// <param name="shares">Mask share of every block.</param>
    /// <param name="columns">Blocks in a row.</param>
    /// <param name="rows">Rows of blocks.</param>
    protected abstract sbyte[] Offsets(double[] shares, int columns, int rows);
}
