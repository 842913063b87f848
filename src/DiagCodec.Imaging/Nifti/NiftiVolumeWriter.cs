using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Files;
using DiagCodec.Imaging.Series;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Nifti;

/// <summary>Writes a whole volume or label map as a NIfTI file; the name's end (.nii or .nii.gz) decides about compression.</summary>
public static class NiftiVolumeWriter
{
    /// <exception cref="UsageException">See <see cref="NiftiHeaders.Create"/>.</exception>
    /// <exception cref="OutputException">The file cannot be written.</exception>
    public static void Write(string path, Volume volume, bool overwrite = false)
    {
        var headers = NiftiHeaders.Create(volume.Columns, volume.Rows, volume.Slices, volume.Format, volume.Geometry, volume.Rescales);
        Write(path, overwrite, headers, volume.PixelsPerSlice, volume.ReadSlice);
    }

    /// <inheritdoc cref="Write(string, Volume, bool)"/>
    public static void Write(string path, LabelMap labels, bool overwrite = false)
    {
        var headers = NiftiHeaders.Create(labels.Columns, labels.Rows, labels.Slices, SampleFormat.UInt8, labels.Geometry, [Rescale.Identity]);
        Write(path, overwrite, headers, labels);
    }

    /// <summary>
    /// Writes a label map so that every viewer lays it over its series: a series that was NIfTI lends its own orientation fields, any
    /// other its geometry, as when the series itself is written.
    /// </summary>
    /// <param name="path">Ends in .nii or .nii.gz.</param>
    /// <param name="labels">Of the series' size, in its coding order; its own geometry does not count.</param>
    /// <param name="series">What the labels belong to.</param>
    /// <param name="overwrite">Whether a file of that name may be replaced.</param>
    /// <exception cref="UsageException">See <see cref="NiftiHeaders.Create"/>.</exception>
    /// <exception cref="OutputException">The file cannot be written.</exception>
    public static void Write(string path, LabelMap labels, ImageSeries series, bool overwrite = false)
    {
        var volume = series.Volume;
        if ((labels.Columns, labels.Rows, labels.Slices) != (volume.Columns, volume.Rows, volume.Slices))
        {
            throw new ArgumentException($"labels of {volume.Columns}x{volume.Rows}x{volume.Slices} expected, found {labels.Columns}x{labels.Rows}x{labels.Slices}", nameof(labels));
        }

        if (series.Headers.Kind == SourceKind.Nifti)
        {
            Write(path, overwrite, NiftiHeaders.CreateLike(series.Headers, SampleFormat.UInt8), labels);
        }
        else
        {
            Write(path, labels with { Geometry = volume.Geometry }, overwrite);
        }
    }

    private static void Write(string path, bool overwrite, SourceHeaders headers, LabelMap labels) =>
        Write(path, overwrite, headers, labels.Columns * labels.Rows, (z, values) => Volume.Widen(labels.Slice(z), SampleFormat.UInt8, values));

    private static void Write(string path, bool overwrite, SourceHeaders headers, int pixels, Action<int, Span<int>> read)
    {
        using var pending = new PendingFile(path, overwrite);
        try
        {
            using var writer = new NiftiSliceWriter(pending.Stream, NiftiSliceWriter.IsGzipName(path), headers, description: null);
            var values = new int[pixels];
            for (var z = 0; z < headers.Origins.Length; z++)
            {
                read(z, values);
                writer.Write(z, values, []);
            }

            writer.Complete();
        }
        catch (IOException e)
        {
            throw new OutputException($"{path}: cannot be written: {e.Message}", e);
        }

        pending.Commit();
    }
}
