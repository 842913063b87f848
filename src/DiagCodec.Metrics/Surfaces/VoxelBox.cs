namespace DiagCodec.Metrics.Surfaces;

/// <summary>A part of a grid: first column, row and slice, and how many of each.</summary>
internal readonly record struct VoxelBox(int Column, int Row, int Slice, int Columns, int Rows, int Slices)
{
    public int Voxels => Columns * Rows * Slices;

    /// <summary>The smallest box around all voxels of a class; null where there are none.</summary>
    public static VoxelBox? Around(ReadOnlySpan<byte> labels, byte label, VoxelGrid grid)
    {
        var (left, right, top, bottom, front, back) = (int.MaxValue, -1, int.MaxValue, -1, int.MaxValue, -1);
        for (var z = 0; z < grid.Slices; z++)
        {
            for (var y = 0; y < grid.Rows; y++)
            {
                var row = labels.Slice(((z * grid.Rows) + y) * grid.Columns, grid.Columns);
                var first = row.IndexOf(label);
                if (first < 0)
                {
                    continue;
                }

                (left, right) = (Math.Min(left, first), Math.Max(right, row.LastIndexOf(label)));
                (top, bottom) = (Math.Min(top, y), Math.Max(bottom, y));
                (front, back) = (Math.Min(front, z), z);
            }
        }

        return back < 0 ? null : new VoxelBox(left, top, front, right - left + 1, bottom - top + 1, back - front + 1);
    }

    public VoxelBox Union(VoxelBox other)
    {
        var (column, row, slice) = (Math.Min(Column, other.Column), Math.Min(Row, other.Row), Math.Min(Slice, other.Slice));
        return new VoxelBox(
            column,
            row,
            slice,
            Math.Max(Column + Columns, other.Column + other.Columns) - column,
            Math.Max(Row + Rows, other.Row + other.Rows) - row,
            Math.Max(Slice + Slices, other.Slice + other.Slices) - slice);
    }
}
