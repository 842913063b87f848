namespace DiagCodec.Metrics.Surfaces;

/// <summary>
/// Finds the surface of a class: its voxels that share a face with a voxel of another class or with the outside of the volume. In a
/// direction of one voxel there is no inside, so that direction is not looked at; the only voxel of a grid is its own surface.
/// </summary>
internal static class SurfaceVoxels
{
    /// <summary>Sets <paramref name="mark"/> in <paramref name="marks"/>, which has the box's voxels, at every surface voxel.</summary>
    /// <returns>How many there are.</returns>
    public static int Mark(ReadOnlySpan<byte> labels, byte label, VoxelGrid grid, VoxelBox box, byte mark, Span<byte> marks)
    {
        var count = 0;
        var plane = grid.Columns * grid.Rows;
        for (var z = box.Slice; z < box.Slice + box.Slices; z++)
        {
            for (var y = box.Row; y < box.Row + box.Rows; y++)
            {
                var start = (z * plane) + (y * grid.Columns);
                var to = marks.Slice((((z - box.Slice) * box.Rows) + y - box.Row) * box.Columns, box.Columns);
                for (var x = box.Column; x < box.Column + box.Columns; x++)
                {
                    var i = start + x;
                    if (labels[i] == label
                        && (grid.Voxels == 1
                            || IsEnd(labels, label, i, x, grid.Columns, 1)
                            || IsEnd(labels, label, i, y, grid.Rows, grid.Columns)
                            || IsEnd(labels, label, i, z, grid.Slices, plane)))
                    {
                        to[x - box.Column] |= mark;
                        count++;
                    }
                }
            }
        }

        return count;
    }

    private static bool IsEnd(ReadOnlySpan<byte> labels, byte label, int i, int place, int extent, int stride) =>
        extent > 1 && (place == 0 || place == extent - 1 || labels[i - stride] != label || labels[i + stride] != label);
}
