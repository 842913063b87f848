using System.Collections.Immutable;
using DiagCodec.Imaging.Dicom;
using DiagCodec.Imaging.Dicom.DataSets;
using DiagCodec.Imaging.Dicom.Gdcm;
using DiagCodec.Imaging.Dicom.Reading;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Series;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Masks;

/// <summary>
/// Reads a DICOM Segmentation (PS3.3 A.51) as a label map of its series: segment numbers are the classes, slices without a frame are
/// background.
/// </summary>
internal static class SegmentationReader
{
    /// <exception cref="InvalidInputException">It is no segmentation, broken, or of another series.</exception>
    public static SeriesMask Read(string path, ImageSeries series, CancellationToken cancellation)
    {
        try
        {
            var library = new GdcmLibrary();
            var file = DicomFile.Parse(File.ReadAllBytes(path), library);
            return Read(path, file, series, library, cancellation);
        }
        catch (Exception e) when (e is DicomFormatException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException($"{path}: {OneLine.Of(e.Message)}", e);
        }
    }

    private static SeriesMask Read(string path, DicomFile file, ImageSeries series, IDicomLibrary library, CancellationToken cancellation)
    {
        var (set, volume) = (file.DataSet, series.Volume);
        if (set.Text(DicomTags.SopClassUid) != SopClasses.Segmentation)
        {
            throw MaskFault.Unsupported(path, "is no DICOM Segmentation", "a mask is one, or NIfTI, or a folder of pictures");
        }

        var (columns, rows, frames) = (set.Integer(DicomTags.Columns) ?? 0, set.Integer(DicomTags.Rows) ?? 0, set.Integer(DicomTags.NumberOfFrames) ?? 1);
        if ((columns, rows) != (volume.Columns, volume.Rows) || frames < 1)
        {
            throw MaskFault.Unsupported(path, $"frames of {columns}x{rows}, the series has slices of {volume.Columns}x{volume.Rows}", "give a mask made on this series");
        }

        var isForeground = SegmentationPixels.Read(file, columns, rows, frames, library, cancellation);
        var places = new SlicePlaces(series, library);
        var labels = new byte[checked(volume.PixelsPerSlice * volume.Slices)];
        var twice = 0L;
        for (var i = 0; i < frames; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var frame = SegmentationFrame.Of(set, i);
            var place = places.Find(frame) ?? throw Elsewhere(path, i, frame, volume);
            var slice = labels.AsSpan(place.Slice * volume.PixelsPerSlice, volume.PixelsPerSlice);
            twice += Paint(slice, place, columns, rows, (byte)frame.Segment, pixel => isForeground(i, pixel));
        }

        var notes = ImmutableArray.CreateBuilder<SeriesFinding>();
        if (twice > 0)
        {
            notes.Add(new("mask-overlap", $"{twice} voxels of the mask belong to several segments; the highest segment number is kept"));
        }

        if (places.IsOtherFrame(set))
        {
            notes.Add(new("mask-other-frame", "mask and series name different frames of reference; they were matched by position all the same"));
        }

        return new(new LabelMap(columns, rows, volume.Slices, labels, volume.Geometry), notes.ToImmutable());
    }

    private static long Paint(Span<byte> slice, SlicePlaces.Placement place, int columns, int rows, byte segment, Func<int, bool> isForeground)
    {
        var twice = 0L;
        for (var y = 0; y < rows; y++)
        {
            for (var x = 0; x < columns; x++)
            {
                if (!isForeground((y * columns) + x))
                {
                    continue;
                }

                ref var label = ref slice[place.PixelOf(x, y, columns)];
                twice += label != 0 && label != segment ? 1 : 0;
                label = Math.Max(label, segment);
            }
        }

        return twice;
    }

    private static InvalidInputException Elsewhere(string path, int frame, SegmentationFrame found, Volume volume)
    {
        var mask = found.Plane is { } p
            ? $"frame {frame + 1} of the mask is at {MaskFault.Describe(new Geometry(p.Row, p.Column, p.ColumnSpacing, p.RowSpacing, [p.Position]))}"
            : $"frame {frame + 1} of the mask names no image of the series and says no position";
        return MaskFault.Place(path, mask, volume.Geometry is { } g ? $"series: {MaskFault.Describe(g)}" : "the series has no geometry as a volume");
    }
}
