using System.Globalization;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Masks;

/// <summary>The refusals of mask reading: file, what it says, what the series says.</summary>
internal static class MaskFault
{
    public static InvalidInputException Size(string path, int columns, int rows, int slices, Volume series) =>
        new($"{path}: the mask is {columns}x{rows}x{slices}, the series is {series.Columns}x{series.Rows}x{series.Slices}; give a mask made on this series");

    public static InvalidInputException Place(string path, string mask, string series) =>
        new($"{path}: the mask does not lie on the series: {mask}; {series}; give a mask made on this series");

    public static InvalidInputException Unsupported(string path, string what, string advice) => new($"{path}: {what}; {advice}");

    /// <summary>Corner, directions and steps in a few words.</summary>
    public static string Describe(Geometry g) => string.Create(
        CultureInfo.InvariantCulture,
        $"first voxel at {Point(g.Positions[0])}, last slice at {Point(g.Positions[^1])}, rows along {Point(g.RowDirection)}, columns along {Point(g.ColumnDirection)}, pixels {g.ColumnSpacing:0.###}x{g.RowSpacing:0.###} mm");

    private static string Point(Vector3 v) => string.Create(CultureInfo.InvariantCulture, $"({v.X:0.##}, {v.Y:0.##}, {v.Z:0.##})");
}
