using DiagCodec.Imaging.Dicom;
using DiagCodec.Imaging.Dicom.DataSets;
using DiagCodec.Imaging.Dicom.Reading;
using DiagCodec.Imaging.Series;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Masks;

/// <summary>Finds the slice of a series that a frame of a segmentation belongs to, and how the frame lies on it.</summary>
internal sealed class SlicePlaces
{
    private static readonly Placement Upright = new(0, 0, 1, 0, 0, 1, 0);

    private readonly Volume _volume;
    private readonly string? _frameOfReference;
    private readonly Dictionary<(string Uid, int Frame), int> _slices;

    public SlicePlaces(ImageSeries series, IDicomLibrary library)
    {
        _volume = series.Volume;
        _slices = SopInstances(series.Headers, library);
        _frameOfReference = series.Headers.Kind == SourceKind.Dicom
            ? DicomFile.Parse(series.Headers.Files[0], library, DicomTags.FrameOfReferenceUid.Group).DataSet.Text(DicomTags.FrameOfReferenceUid)
            : null;
    }

    /// <summary>Whether both sides name a frame of reference, and not the same: equal positions are not equal places then (PS3.3 C.7.4.1).</summary>
    public bool IsOtherFrame(DicomDataSet mask) =>
        mask.Text(DicomTags.FrameOfReferenceUid) is { Length: > 0 } other && !string.IsNullOrEmpty(_frameOfReference) && other != _frameOfReference;

    /// <summary>By position where both sides have one, else by the image that the frame names; null where neither tells.</summary>
    public Placement? Find(SegmentationFrame frame) =>
        frame.Plane is { } plane && _volume.Geometry is { } geometry ? ByPosition(plane, geometry)
        : frame.Sources.Where(_slices.ContainsKey).Select(s => (int?)_slices[s]).FirstOrDefault() is { } slice ? Upright with { Slice = slice }
        : null;

    private Placement? ByPosition(Plane plane, Geometry g)
    {
        var slice = Enumerable.Range(0, g.Positions.Length).MinBy(z => Math.Abs((plane.Position - g.Positions[z]).Dot(g.Normal)));
        var near = GridFit.Tolerance * Math.Min(Math.Abs(g.SliceSpacing), Nearest(g, slice));
        var (last, lastRow) = ((_volume.Columns - 1) * plane.ColumnSpacing * plane.Row, (_volume.Rows - 1) * plane.RowSpacing * plane.Column);
        if (Pixel(plane.Position) is not { } first || Pixel(plane.Position + last) is not { } right || Pixel(plane.Position + lastRow) is not { } below
            || Pixel(plane.Position + last + lastRow) is null)
        {
            return null;
        }

        var (width, height) = (Math.Max(1, _volume.Columns - 1), Math.Max(1, _volume.Rows - 1));
        var placed = new Placement(first.X, first.Y, (right.X - first.X) / width, (right.Y - first.Y) / width, (below.X - first.X) / height, (below.Y - first.Y) / height, slice);
        return placed.IsTurn || _volume.Columns == 1 || _volume.Rows == 1 ? placed : null;

        (int X, int Y)? Pixel(Vector3 point)
        {
            var from = point - g.Positions[slice];
            var (x, y) = (from.Dot(g.RowDirection) / g.ColumnSpacing, from.Dot(g.ColumnDirection) / g.RowSpacing);
            var (column, row) = (Math.Round(x), Math.Round(y));
            return Math.Abs(from.Dot(g.Normal)) <= near && Math.Abs(x - column) <= GridFit.Tolerance && Math.Abs(y - row) <= GridFit.Tolerance
                && column >= 0 && column < _volume.Columns && row >= 0 && row < _volume.Rows
                ? ((int)column, (int)row)
                : null;
        }
    }

    private static double Nearest(Geometry g, int slice) => Enumerable.Range(0, g.Positions.Length)
        .Where(z => z != slice)
        .Select(z => Math.Abs((g.Positions[z] - g.Positions[slice]).Dot(g.Normal)))
        .DefaultIfEmpty(1)
        .Min();

    private static Dictionary<(string Uid, int Frame), int> SopInstances(SourceHeaders headers, IDicomLibrary library)
    {
        var slices = new Dictionary<(string, int), int>();
        if (headers.Kind != SourceKind.Dicom)
        {
            return slices;
        }

        var uids = headers.Files.Select(f => DicomFile.Parse(f, library, DicomTags.SopInstanceUid.Group).DataSet.Text(DicomTags.SopInstanceUid) ?? "").ToArray();
        for (var z = 0; z < headers.Origins.Length; z++)
        {
            slices.TryAdd((uids[headers.Origins[z].File], headers.Origins[z].Frame + 1), z);
        }

        return slices;
    }

    /// <summary>Where pixel (x, y) of a frame goes: column X + x XPerColumn + y XPerRow of slice Slice, and so the row.</summary>
    internal sealed record Placement(int X, int Y, int XPerColumn, int YPerColumn, int XPerRow, int YPerRow, int Slice)
    {
        public bool IsTurn => Math.Abs(XPerColumn) + Math.Abs(YPerColumn) == 1 && Math.Abs((XPerColumn * YPerRow) - (XPerRow * YPerColumn)) == 1;

        public int PixelOf(int x, int y, int columns) => ((Y + (x * YPerColumn) + (y * YPerRow)) * columns) + X + (x * XPerColumn) + (y * XPerRow);
    }
}
