using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Pictures;
using DiagCodec.Imaging.Series;
using DiagCodec.Networks.Models;
using DiagCodec.Segmentation.Input;

namespace DiagCodec.Segmentation.Train.Data;

/// <summary>Reads cases: image, labels, and both as a network sees them. Whether an image suits a task is judged by <see cref="InputAcceptance"/>.</summary>
public static class CaseReader
{
    /// <param name="source">What to read. Of coloured pictures the luma is taken, which a finding says. Labels are matched to the image
    /// by position where both files tell it, else by order.</param>
    /// <param name="mapping">From the file's numbers to the task's classes. <see cref="LabelMapping.Default"/> takes a picture of more
    /// than two greys, for a task of one class, as black and white with softened borders: foreground lies above half of the range.</param>
    /// <param name="task">Whose classes the truth counts.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="InvalidInputException">A file is missing or broken, the labels are of another size or lie elsewhere, or hold a
    /// number that is no class.</exception>
    /// <exception cref="UsageException">The mapping names a class that the task does not have.</exception>
    public static LabelledSeries Read(TrainingSource source, LabelMapping mapping, ModelTask task, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var series = SeriesReader.Read(source.Image, seriesUid: null, cancellation, use: PictureUse.Luma);
        cancellation.ThrowIfCancellationRequested();
        try
        {
            return new(source.Name, series, TruthReader.Read(source.Labels, series, mapping, task, cancellation));
        }
        catch (InvalidInputException e)
        {
            // The fault lies as often in the choice of the image as in the labels.
            throw new InvalidInputException($"{e.Message}; its image is {source.Image}", e);
        }
    }

    /// <summary>Image and truth on the task's pixel grid, without coded copies.</summary>
    public static TrainingCase Prepare(LabelledSeries labelled, ModelTask task)
    {
        var planes = InputPreparation.Of(labelled.Series.Volume, task.Input);
        var labels = InputLabels.Of(labelled.Truth, task.OutputChannels, planes.Columns, planes.Rows);
        return new(labelled.Name, new TrainingVolume(planes, labels), []);
    }
}
