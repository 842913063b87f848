namespace DiagCodec.Metrics.Surfaces;

/// <summary>Size and spacing of a volume of voxels, stored slice by slice, row by row.</summary>
public sealed record VoxelGrid
{
    /// <summary>Voxel steps are kept in 16 bits while distances are computed.</summary>
    public const int LargestExtent = 32767;

    /// <param name="columns">1 to 32,767, as are rows and slices. A grid of one slice is a plane: see <see cref="SurfaceDistances"/>.</param>
    /// <param name="rows">Rows in a slice.</param>
    /// <param name="slices">Slices in the volume.</param>
    /// <param name="columnSpacing">mm between the centres of neighbouring columns, above 0, as are the other two.</param>
    /// <param name="rowSpacing">mm between the centres of neighbouring rows.</param>
    /// <param name="sliceSpacing">mm between the centres of neighbouring slices, which is not the slice thickness.</param>
    public VoxelGrid(int columns, int rows, int slices, double columnSpacing, double rowSpacing, double sliceSpacing)
    {
        (Columns, Rows, Slices) = (Extent(columns, nameof(columns)), Extent(rows, nameof(rows)), Extent(slices, nameof(slices)));
        ColumnSpacing = Spacing(columnSpacing, nameof(columnSpacing));
        RowSpacing = Spacing(rowSpacing, nameof(rowSpacing));
        SliceSpacing = Spacing(sliceSpacing, nameof(sliceSpacing));
    }

    public int Columns { get; }

    public int Rows { get; }

    public int Slices { get; }

    public double ColumnSpacing { get; }

    public double RowSpacing { get; }

    public double SliceSpacing { get; }

    public long Voxels => (long)Columns * Rows * Slices;

    private static int Extent(int value, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, LargestExtent, name);
        return value;
    }

    private static double Spacing(double value, string name) => double.IsFinite(value) && value > 0
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "a spacing is a finite number of mm above 0");
}
