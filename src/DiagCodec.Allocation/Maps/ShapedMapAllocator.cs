namespace DiagCodec.Allocation.Maps;

/// <summary>Offset = round(range - (range + strength) f(S)): +range where there is no mask, -strength where there is nothing else.</summary>
public sealed class ShapedMapAllocator : MaskMapAllocator
{
    private readonly MapShape _shape;
    private readonly MaskMapOptions _options;

    public ShapedMapAllocator(MapShape shape, MaskMapOptions options)
    {
        options.Validate();
        (_shape, _options) = (shape, options);
    }

    public override string Name => _shape.Name;

    /// <param name="share">0 to 1.</param>
    public int OffsetOf(double share) => (int)Math.Round(
        _options.Range - ((_options.Range + _options.Strength) * _shape.Of(share)), MidpointRounding.AwayFromZero);

    protected override sbyte[] Offsets(double[] shares, int columns) => Array.ConvertAll(shares, s => (sbyte)OffsetOf(s));
}
