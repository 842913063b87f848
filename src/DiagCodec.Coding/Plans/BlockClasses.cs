namespace DiagCodec.Coding.Plans;

/// <summary>Foreground or background, block by block: foreground is what holds any mask, however little, or lies near such a block.</summary>
public static class BlockClasses
{
    /// <param name="shares">Mask share of every block, see <see cref="MaskShares"/>.</param>
    /// <param name="columns">Blocks in a row.</param>
    /// <param name="margin">So many blocks round a block that holds mask are foreground too, corners included; 0 or more.</param>
    /// <returns>True for foreground, in raster order.</returns>
    public static bool[] Foreground(ReadOnlySpan<double> shares, int columns, int margin)
    {
        var foreground = new bool[shares.Length];
        var rows = shares.Length / columns;
        for (var block = 0; block < shares.Length; block++)
        {
            if (shares[block] > 0)
            {
                Surround(foreground, block % columns, block / columns, columns, rows, margin);
            }
        }

        return foreground;
    }

    private static void Surround(bool[] foreground, int column, int row, int columns, int rows, int margin)
    {
        for (var y = Math.Max(0, row - margin); y <= Math.Min(rows - 1, row + margin); y++)
        {
            for (var x = Math.Max(0, column - margin); x <= Math.Min(columns - 1, column + margin); x++)
            {
                foreground[(y * columns) + x] = true;
            }
        }
    }
}
