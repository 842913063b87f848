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
        var mask = request.Mask ?? throw new ArgumentException("the request has no mask", nameof(request));
        var shares = new MaskShares(mask, request.Format, request.Frames, request.BlockSize);
        var flat = QpMap.Uniform(request.Format, request.Frames, request.BaseQp, request.Gop, request.BlockSize);
        return shares.IsEmpty ? flat : flat.WithOffsets(i => Offsets(shares.Of(i), shares.Columns));
    }

    /// <param name="shares">Mask share of every block.</param>
    /// <param name="columns">Blocks in a row.</param>
    protected abstract sbyte[] Offsets(double[] shares, int columns);
}
