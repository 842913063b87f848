using DiagCodec.Segmentation.Train.Data;

namespace DiagCodec.Evaluation.Bench.Cases;

/// <summary>A case that was read.</summary>
/// <param name="Series">Image and truth, cut to the slices that count.</param>
/// <param name="FirstSlice">In the source, from 0; 0 for whole volumes.</param>
public sealed record BenchCaseData(LabelledSeries Series, int FirstSlice);
