using System.Collections.Immutable;

namespace DiagCodec.Imaging.Volumes;

/// <summary>
/// Where the voxels are. The centre of voxel (column c, row r, slice z) is
/// Positions[z] + c * ColumnSpacing * RowDirection + r * RowSpacing * ColumnDirection (PS3.3 C.7.6.2.1.1).
/// </summary>
/// <param name="RowDirection">Unit vector along a row (towards higher column numbers).</param>
/// <param name="ColumnDirection">Unit vector along a column (towards higher row numbers).</param>
/// <param name="ColumnSpacing">mm between the centres of neighbouring columns.</param>
/// <param name="RowSpacing">mm between the centres of neighbouring rows.</param>
/// <param name="Positions">Centre of the first voxel of every slice, mm, in coding order.</param>
public sealed record Geometry(
    Vector3 RowDirection,
    Vector3 ColumnDirection,
    double ColumnSpacing,
    double RowSpacing,
    ImmutableArray<Vector3> Positions)
{
    public Vector3 Normal => RowDirection.Cross(ColumnDirection);

    /// <summary>Mean distance of neighbouring slices along the normal, mm; 1 for a single slice.</summary>
    public double SliceSpacing =>
        Positions.Length < 2 ? 1 : (Positions[^1] - Positions[0]).Dot(Normal) / (Positions.Length - 1);

    /// <summary>mm^3 that a voxel stands for; null for a single slice, whose depth nobody says, and where slices lie upon each other.</summary>
    public double? VoxelVolume => Positions.Length > 1 && SliceSpacing != 0 ? ColumnSpacing * RowSpacing * Math.Abs(SliceSpacing) : null;

    public Geometry Clip(int first, int count) => this with { Positions = Positions.Slice(first, count) };

    /// <summary>A stack with equal steps along the normal.</summary>
    public static Geometry Regular(Vector3 origin, Vector3 row, Vector3 column, double columnSpacing, double rowSpacing, double sliceSpacing, int slices)
    {
        var normal = row.Cross(column);
        var positions = Enumerable.Range(0, slices).Select(z => origin + ((z * sliceSpacing) * normal));
        return new Geometry(row, column, columnSpacing, rowSpacing, [.. positions]);
    }
}
