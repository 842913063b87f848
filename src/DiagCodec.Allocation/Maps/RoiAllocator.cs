using DiagCodec.Coding.Plans;

namespace DiagCodec.Allocation.Maps;

/// <summary>One offset for blocks that hold any mask, or lie within the margin of one, another for all the rest.</summary>
public sealed class RoiAllocator : MaskMapAllocator
{
    private readonly MaskMapOptions _options;

    public RoiAllocator(MaskMapOptions options)
    {
        options.Validate();
        _options = options;
    }

    public override string Name => "roi";

    protected override sbyte[] Offsets(double[] shares, int columns) => Array.ConvertAll(
        BlockClasses.Foreground(shares, columns, _options.RoiMargin),
        isForeground => (sbyte)(isForeground ? _options.RoiForeground : _options.RoiBackground));
}
