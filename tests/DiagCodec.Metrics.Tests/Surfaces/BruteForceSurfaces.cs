using DiagCodec.Metrics.Surfaces;

namespace DiagCodec.Metrics.Tests.Surfaces;

/// <summary>The definition word by word: every surface voxel against every other.</summary>
internal static class BruteForceSurfaces
{
    public static double[] Directed(byte[] from, byte[] to, VoxelGrid grid)
    {
        var others = Surface(to, grid);
        return [.. Surface(from, grid).Select(a => others.Min(b => Distance(a, b, grid))).Order()];
    }

    private static List<(int X, int Y, int Z)> Surface(byte[] mask, VoxelGrid grid)
    {
        var found = new List<(int X, int Y, int Z)>();
        for (var z = 0; z < grid.Slices; z++)
        {
            for (var y = 0; y < grid.Rows; y++)
            {
                for (var x = 0; x < grid.Columns; x++)
                {
                    if (Inside(x, y, z) && (grid.Voxels == 1 || !(Both(grid.Columns, Inside(x - 1, y, z), Inside(x + 1, y, z))
                        && Both(grid.Rows, Inside(x, y - 1, z), Inside(x, y + 1, z))
                        && Both(grid.Slices, Inside(x, y, z - 1), Inside(x, y, z + 1)))))
                    {
                        found.Add((x, y, z));
                    }
                }
            }
        }

        return found;

        bool Inside(int x, int y, int z) => x >= 0 && y >= 0 && z >= 0 && x < grid.Columns && y < grid.Rows && z < grid.Slices
            && mask[(((z * grid.Rows) + y) * grid.Columns) + x] == 1;

        static bool Both(int extent, bool one, bool other) => extent == 1 || (one && other);
    }

    private static double Distance((int X, int Y, int Z) a, (int X, int Y, int Z) b, VoxelGrid grid)
    {
        var (x, y, z) = ((a.X - b.X) * grid.ColumnSpacing, (a.Y - b.Y) * grid.RowSpacing, (a.Z - b.Z) * grid.SliceSpacing);
        return Math.Sqrt((x * x) + (y * y) + (z * z));
    }
}
