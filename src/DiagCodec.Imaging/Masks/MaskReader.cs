using System.Collections.Immutable;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Nifti;
using DiagCodec.Imaging.Pictures;
using DiagCodec.Imaging.Series;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Masks;

/// <summary>Reads a mask and fits it to a series: by geometry where both have one, else in the order of the array, which is then said.</summary>
public static class MaskReader
{
    private const string UnknownOrientation = "unknown-orientation";

    /// <param name="path">.nii or .nii.gz with class numbers; a folder of PNG or JPEG, one per slice, or one of them; a DICOM Segmentation file.</param>
    /// <param name="series">What the mask belongs to.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="InvalidInputException">It is missing, broken, of another size, or lies elsewhere.</exception>
    public static SeriesMask Read(string path, ImageSeries series, CancellationToken cancellation)
    {
        if (!Path.Exists(path))
        {
            throw new InvalidInputException($"{path}: there is no such file or folder");
        }

        if (Directory.Exists(path) || PictureSeriesReader.IsPictureName(path))
        {
            return InArrayOrder(path, Pictures(path), series.Volume, "pictures say nothing of where they are");
        }

        var name = path.ToLowerInvariant();
        return name.EndsWith(".nii", StringComparison.Ordinal) || name.EndsWith(".nii.gz", StringComparison.Ordinal)
            ? Nifti(path, series)
            : SegmentationReader.Read(path, series, cancellation);
    }

    private static SeriesMask Nifti(string path, ImageSeries series)
    {
        var source = NiftiReader.Read(path);
        var labels = NiftiLabelReader.Read(path, source.Volume);
        var place = source.Findings.Any(f => f.Code == UnknownOrientation) ? null : labels.Geometry;
        var seriesPlace = series.Findings.Any(f => f.Code == UnknownOrientation) ? null : series.Volume.Geometry;
        if (place is null || seriesPlace is null)
        {
            return InArrayOrder(path, labels, series.Volume, $"{(place is null ? "the mask" : "the series")} says nothing of where its voxels are");
        }

        var volume = series.Volume;
        if (((int[])[labels.Columns, labels.Rows, labels.Slices]).Order().SequenceEqual(((int[])[volume.Columns, volume.Rows, volume.Slices]).Order()) is false)
        {
            throw MaskFault.Size(path, labels.Columns, labels.Rows, labels.Slices, volume);
        }

        var fitted = GridFit.Fit(labels, place, volume, seriesPlace) ?? throw MaskFault.Place(
            path, $"mask: {labels.Columns}x{labels.Rows}x{labels.Slices}, {MaskFault.Describe(place)}", $"series: {volume.Columns}x{volume.Rows}x{volume.Slices}, {MaskFault.Describe(seriesPlace)}");
        ImmutableArray<SeriesFinding> notes = fitted.AsSpan().SequenceEqual(labels.Labels.Span)
            ? []
            : [new("mask-reordered", "the mask's voxels come in another order than the series'; they were matched by position")];
        return new(new LabelMap(volume.Columns, volume.Rows, volume.Slices, fitted, volume.Geometry), notes);
    }

    private static LabelMap Pictures(string path)
    {
        var volume = PictureSeriesReader.Read(path, PictureUse.Labels).Volume;
        if ((long)volume.PixelsPerSlice * volume.Slices > Array.MaxLength)
        {
            throw MaskFault.Unsupported(path, $"a mask of {volume.Columns}x{volume.Rows}x{volume.Slices} is too large", "cut it into smaller ones");
        }

        var labels = new byte[volume.PixelsPerSlice * volume.Slices];
        var values = new int[volume.PixelsPerSlice];
        for (var z = 0; z < volume.Slices; z++)
        {
            volume.ReadSlice(z, values);
            for (var i = 0; i < values.Length; i++)
            {
                labels[(z * values.Length) + i] = values[i] != 0 ? (byte)1 : (byte)0;
            }
        }

        return new(volume.Columns, volume.Rows, volume.Slices, labels, null);
    }

    private static SeriesMask InArrayOrder(string path, LabelMap labels, Volume series, string reason) =>
        (labels.Columns, labels.Rows, labels.Slices) == (series.Columns, series.Rows, series.Slices)
            ? new(labels with { Geometry = series.Geometry }, [new("mask-array-order", $"{reason}; mask and series were matched slice by slice in the order they come")])
            : throw MaskFault.Size(path, labels.Columns, labels.Rows, labels.Slices, series);
}
