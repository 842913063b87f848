using System.Collections.Immutable;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Coding.Archive;

/// <summary>A summary of <see cref="Geometry"/>, mm. Exact for regular stacks; headers.br holds the source's own words.</summary>
/// <param name="ColumnSpacing">mm between columns.</param>
/// <param name="RowSpacing">mm between rows.</param>
/// <param name="SliceSpacing">Mean mm between slices along the normal.</param>
/// <param name="RowDirection">Unit vector along a row.</param>
/// <param name="ColumnDirection">Unit vector along a column.</param>
/// <param name="FirstPosition">Centre of the first voxel of the first slice.</param>
/// <param name="LastPosition">Centre of the first voxel of the last slice.</param>
/// <param name="Regular">All positions lie evenly between the two, within 0.01 mm.</param>
public sealed record GeometrySection(
    double ColumnSpacing,
    double RowSpacing,
    double SliceSpacing,
    Vector3 RowDirection,
    Vector3 ColumnDirection,
    Vector3 FirstPosition,
    Vector3 LastPosition,
    bool Regular)
{
    private const double Tolerance = 0.01;

    public static GeometrySection? Of(Geometry? geometry)
    {
        if (geometry is null)
        {
            return null;
        }

        var positions = geometry.Positions;
        var even = Even(positions[0], positions[^1], positions.Length);
        return new GeometrySection(
            geometry.ColumnSpacing,
            geometry.RowSpacing,
            geometry.SliceSpacing,
            geometry.RowDirection,
            geometry.ColumnDirection,
            positions[0],
            positions[^1],
            positions.Zip(even).All(p => (p.First - p.Second).Length < Tolerance));
    }

    /// <summary>Null for irregular stacks, whose positions are not all here.</summary>
    public Geometry? ToGeometry(int slices) => Regular
        ? new Geometry(RowDirection, ColumnDirection, ColumnSpacing, RowSpacing, Even(FirstPosition, LastPosition, slices))
        : null;

    private static ImmutableArray<Vector3> Even(Vector3 first, Vector3 last, int count)
    {
        var step = count < 2 ? default : (1.0 / (count - 1)) * (last - first);
        return [.. Enumerable.Range(0, count).Select(z => first + (z * step))];
    }
}
