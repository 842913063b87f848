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

    protected override sbyte[] Offsets(double[] shares, int columns, int rows)
    {
        var offsets = new sbyte[shares.Length];
        Array.Fill(offsets, (sbyte)_options.RoiBackground);
        for (var block = 0; block < shares.Length; block++)
        {
            if (shares[block] > 0)
            {
                Surround(offsets, block % columns, block / columns, columns, rows);
            }
        }

        return offsets;
    }

    private void Surround(sbyte[] offsets, int column, int row, int columns, int rows)
    {
        var margin = _options.RoiMargin;
        for (var y = Math.Max(0, row - margin); y <= Math.Min(rows - 1, row + margin); y++)
        {
            for (var x = Math.Max(0, column - margin); x <= Math.Min(columns - 1, column + margin); x++)
            {
                offsets[(y * columns) + x] = (sbyte)_options.RoiForeground;
            }
        }
    }
}
