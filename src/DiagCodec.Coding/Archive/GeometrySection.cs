using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Coding.Archive;

/// <summary>A summary of <see cref="Geometry"/> for readers of the manifest, mm; decoding takes the exact values from headers.br.</summary>
public sealed record GeometrySection(
    double ColumnSpacing,
    double RowSpacing,
    double SliceSpacing,
    Vector3 RowDirection,
    Vector3 ColumnDirection,
    Vector3 FirstPosition,
    Vector3 LastPosition)
{
    public static GeometrySection? Of(Geometry? geometry) => geometry is null ? null : new GeometrySection(
        geometry.ColumnSpacing,
        geometry.RowSpacing,
        geometry.SliceSpacing,
        geometry.RowDirection,
        geometry.ColumnDirection,
        geometry.Positions[0],
        geometry.Positions[^1]);
}
