using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Masks;
using DiagCodec.Imaging.Series;
using DiagCodec.Imaging.Volumes;
using DiagCodec.Networks.Models;

namespace DiagCodec.Segmentation.Train.Data;

/// <summary>Reads the ground truth of a series as classes of a task.</summary>
public static class TruthReader
{
    /// <param name="path">Label map: NIfTI, DICOM Segmentation, or pictures.</param>
    /// <param name="series">What it belongs to.</param>
    /// <param name="mapping">From the file's numbers to the task's classes; see <see cref="CaseReader.Read"/> for the default.</param>
    /// <param name="task">Whose classes the truth counts.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>Of the series' size, in its coding order.</returns>
    /// <exception cref="InvalidInputException">It is missing or broken, of another size, lies elsewhere, or holds a number that is no class.</exception>
    /// <exception cref="UsageException">The mapping names a class that the task does not have.</exception>
    public static LabelMap Read(string path, ImageSeries series, LabelMapping mapping, ModelTask task, CancellationToken cancellation)
    {
        var volume = series.Volume;
        var labels = PictureTruth.IsPicture(path)
            ? PictureTruth.Read(path, volume, mapping, task.Classes.Length)
            : mapping.Map(MaskReader.Read(path, series, cancellation).Labels.Labels.Span, task.Classes.Length, path);
        return new LabelMap(volume.Columns, volume.Rows, volume.Slices, labels, volume.Geometry);
    }
}
