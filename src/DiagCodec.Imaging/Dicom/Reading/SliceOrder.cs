using DiagCodec.Imaging.Series;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Dicom.Reading;

/// <summary>
/// The order in which slices are coded: along the normal where positions allow it, else as a plain sequence. A plain sequence has no
/// geometry as a volume; every slice keeps its own in its header.
/// </summary>
internal sealed record SliceOrder(SourceSlice[] Slices, Geometry? Geometry, SeriesFinding[] Findings)
{
    private const double SamePosition = 1e-3;

    public static SliceOrder Of(IEnumerable<SourceSlice> slices)
    {
        SourceSlice[] sequence = [.. slices
            .OrderBy(s => s.File.InstanceNumber ?? int.MaxValue)
            .ThenBy(s => s.File.Name, StringComparer.Ordinal)
            .ThenBy(s => s.Frame)];
        var planes = sequence.Select(s => s.Plane).ToArray();
        if (Array.IndexOf(planes, null) >= 0)
        {
            var some = planes.Any(p => p is not null);
            return new SliceOrder(sequence, null, some ? [Finding("no-geometry", $"{planes.Count(p => p is null)} of {planes.Length} slices do not say where they are", sequence)] : []);
        }

        var first = planes[0]!;
        if (Array.FindIndex(planes, p => !p!.IsParallelTo(first)) is var odd and > 0)
        {
            return new SliceOrder(sequence, null, [Finding("mixed-orientations", $"{sequence[0].File.Name} and {sequence[odd].File.Name} are not parallel", sequence)]);
        }

        if (planes.Any(p => Math.Abs(p!.ColumnSpacing - first.ColumnSpacing) > SamePosition || Math.Abs(p.RowSpacing - first.RowSpacing) > SamePosition))
        {
            return new SliceOrder(sequence, null, [Finding("mixed-spacings", "slices differ in their pixel spacing", sequence)]);
        }

        var sorted = sequence.OrderBy(s => s.Plane!.Position.Dot(first.Normal)).ToArray();
        var repeated = Enumerable.Range(1, sorted.Length - 1).FirstOrDefault(i => Step(sorted, i, first.Normal) < SamePosition);
        if (repeated > 0)
        {
            return new SliceOrder(sequence, null, [Finding("repeated-positions", $"{Called(sorted[repeated - 1])} and {Called(sorted[repeated])} lie at the same position", sequence)]);
        }

        var geometry = new Geometry(first.Row, first.Column, first.ColumnSpacing, first.RowSpacing, [.. sorted.Select(s => s.Plane!.Position)]);
        return new SliceOrder(sorted, geometry, [.. GeometryFindings.Of(geometry)]);
    }

    private static double Step(SourceSlice[] sorted, int i, Vector3 normal) => (sorted[i].Plane!.Position - sorted[i - 1].Plane!.Position).Dot(normal);

    private static string Called(SourceSlice slice) => slice.File.Slices.Length == 1 ? slice.File.Name : $"frame {slice.Frame + 1} of {slice.File.Name}";

    private static SeriesFinding Finding(string code, string what, SourceSlice[] sequence) =>
        new(code, $"{what}; coded as a plain sequence in the order of {(sequence.Any(s => s.File.Slices.Length > 1) ? "their frames" : sequence.All(s => s.File.InstanceNumber is not null) ? "their instance numbers" : "their file names")}.");
}
