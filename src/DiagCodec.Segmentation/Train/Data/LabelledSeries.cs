using DiagCodec.Imaging.Series;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Segmentation.Train.Data;

/// <summary>A series with its truth as a task counts classes.</summary>
/// <param name="Name">As the split file names it.</param>
/// <param name="Series">As read.</param>
/// <param name="Truth">The task's class numbers, on the series' grid.</param>
public sealed record LabelledSeries(string Name, ImageSeries Series, LabelMap Truth);
