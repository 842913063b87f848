using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Masks;

/// <summary>
/// Brings a label map into the voxel order of a series by where both say that their voxels are: flipped or exchanged axes and other
/// slice orders are put right, and whatever is not the same set of voxels is refused. Nothing is interpolated.
/// </summary>
internal static class GridFit
{
    /// <summary>Of a voxel, at the far corners too: float32 headers and rounded positions stay below it, a shift by half a voxel does not.</summary>
    public const double Tolerance = 0.2;

    /// <returns>Null where the grids differ.</returns>
    public static byte[]? Fit(LabelMap mask, Geometry maskGeometry, Volume series, Geometry seriesGeometry)
    {
        if (VoxelGrid.Of(maskGeometry) is not { } grid || series.PixelsPerSlice * (long)series.Slices != mask.Labels.Length)
        {
            return null;
        }

        var labels = new byte[mask.Labels.Length];
        var taken = new bool[labels.Length];
        for (var z = 0; z < series.Slices; z++)
        {
            if (Origin(mask, grid, series, seriesGeometry, z) is not { } walk || !Copy(mask, walk, series, labels.AsSpan(z * series.PixelsPerSlice), taken))
            {
                return null;
            }
        }

        return labels;
    }

    /// <summary>Index of the slice's first voxel in the mask, and what a column and a row further on add to it.</summary>
    private static Walk? Origin(LabelMap mask, VoxelGrid grid, Volume series, Geometry geometry, int z)
    {
        var (first, column, row) = (geometry.Positions[z], geometry.ColumnSpacing * geometry.RowDirection, geometry.RowSpacing * geometry.ColumnDirection);
        var (width, height) = (series.Columns - 1, series.Rows - 1);
        if (Whole(grid.IndexOf(first)) is not { } start
            || Whole(grid.IndexOf(first + (width * column))) is not { } right
            || Whole(grid.IndexOf(first + (height * row))) is not { } below
            || Whole(grid.IndexOf(first + (width * column) + (height * row))) is not { } last
            || !(Inside(mask, start) && Inside(mask, right) && Inside(mask, below) && Inside(mask, last)))
        {
            return null;
        }

        var (across, down) = (Step(start, right, width), Step(start, below, height));
        return across is { } a && down is { } d ? new Walk(Offset(mask, start), Offset(mask, a), Offset(mask, d)) : null;
    }

    private static bool Copy(LabelMap mask, Walk walk, Volume series, Span<byte> to, bool[] taken)
    {
        var from = mask.Labels.Span;
        for (var y = 0; y < series.Rows; y++)
        {
            for (var x = 0; x < series.Columns; x++)
            {
                var at = walk.Start + (x * walk.Column) + (y * walk.Row);
                if (taken[at])
                {
                    return false;
                }

                taken[at] = true;
                to[(y * series.Columns) + x] = from[at];
            }
        }

        return true;
    }

    private static (int C, int R, int S)? Whole(Vector3 index)
    {
        var nearest = new Vector3(Math.Round(index.X), Math.Round(index.Y), Math.Round(index.Z));
        return (index - nearest).Length <= Tolerance && nearest.Length < int.MaxValue ? ((int)nearest.X, (int)nearest.Y, (int)nearest.Z) : null;
    }

    private static bool Inside(LabelMap mask, (int C, int R, int S) i) =>
        i.C >= 0 && i.C < mask.Columns && i.R >= 0 && i.R < mask.Rows && i.S >= 0 && i.S < mask.Slices;

    /// <summary>One step along exactly one axis, or null.</summary>
    private static (int C, int R, int S)? Step((int C, int R, int S) from, (int C, int R, int S) to, int steps)
    {
        var (c, r, s) = (to.C - from.C, to.R - from.R, to.S - from.S);
        return steps == 0 ? (0, 0, 0)
            : Math.Abs(c) + Math.Abs(r) + Math.Abs(s) == steps && (Math.Abs(c) == steps || Math.Abs(r) == steps || Math.Abs(s) == steps) ? (c / steps, r / steps, s / steps)
            : null;
    }

    private static int Offset(LabelMap mask, (int C, int R, int S) i) => (((i.S * mask.Rows) + i.R) * mask.Columns) + i.C;

    private readonly record struct Walk(int Start, int Column, int Row);
}
