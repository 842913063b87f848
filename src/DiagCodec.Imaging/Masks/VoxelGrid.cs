using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Masks;

/// <summary>An even grid of voxels, and the way from a point in the patient to an index of it.</summary>
internal sealed class VoxelGrid
{
    private readonly Vector3 _origin;
    private readonly Vector3 _toColumn;
    private readonly Vector3 _toRow;
    private readonly Vector3 _toSlice;

    private VoxelGrid(Vector3 origin, Vector3 column, Vector3 row, Vector3 slice)
    {
        // The rows of the inverse of (column, row, slice): each is at right angles to the two others.
        var volume = column.Dot(row.Cross(slice));
        _origin = origin;
        _toColumn = (1 / volume) * row.Cross(slice);
        _toRow = (1 / volume) * slice.Cross(column);
        _toSlice = (1 / volume) * column.Cross(row);
    }

    /// <returns>Null where the slices do not lie in a row of equal steps.</returns>
    public static VoxelGrid? Of(Geometry geometry)
    {
        var positions = geometry.Positions;
        var step = positions.Length > 1 ? (1.0 / (positions.Length - 1)) * (positions[^1] - positions[0]) : geometry.Normal;
        for (var z = 0; z < positions.Length; z++)
        {
            if (!((positions[z] - (positions[0] + (z * step))).Length <= GridFit.Tolerance * step.Length))
            {
                return null;
            }
        }

        return new VoxelGrid(positions[0], geometry.ColumnSpacing * geometry.RowDirection, geometry.RowSpacing * geometry.ColumnDirection, step);
    }

    /// <summary>Column, row and slice of a point, with fractions.</summary>
    public Vector3 IndexOf(Vector3 point)
    {
        var from = point - _origin;
        return new(from.Dot(_toColumn), from.Dot(_toRow), from.Dot(_toSlice));
    }
}
