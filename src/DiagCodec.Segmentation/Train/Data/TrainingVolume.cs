using System.Collections.Immutable;
using DiagCodec.Networks.Models;
using DiagCodec.Segmentation.Input;

namespace DiagCodec.Segmentation.Train.Data;

/// <summary>Slices with their truth, both on the network's grid.</summary>
/// <param name="Planes">What the network sees.</param>
/// <param name="Labels">One class number per pixel of every slice, as many slices as <paramref name="Planes"/> has.</param>
public sealed record TrainingVolume(InputPlanes Planes, ImmutableArray<byte[]> Labels)
{
    /// <summary>A series as it was read, as a task's network sees it.</summary>
    public static TrainingVolume Of(LabelledSeries series, ModelTask task)
    {
        var planes = InputPreparation.Of(series.Series.Volume, task.Input);
        return new TrainingVolume(planes, InputLabels.Of(series.Truth, task.OutputChannels, planes.Columns, planes.Rows));
    }

    public TrainingVolume Clip(int first, int count) => new(Planes.Clip(first, count), Labels.Slice(first, count));
}
