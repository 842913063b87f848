using System.Collections.Immutable;
using DiagCodec.Networks.Splits;
using DiagCodec.Segmentation.Train.Data;

namespace DiagCodec.Segmentation.Train;

/// <summary>Cases that were read, by their part of the split.</summary>
/// <param name="Split">By name.</param>
/// <param name="Training">At least one.</param>
/// <param name="Validation">May be empty.</param>
/// <param name="Test">May be empty.</param>
/// <param name="Hash">Of names and samples, training apart from validation: another split is another training.</param>
public sealed record SplitCases(
    DataSplit Split,
    ImmutableArray<LabelledSeries> Training,
    ImmutableArray<LabelledSeries> Validation,
    ImmutableArray<LabelledSeries> Test,
    string Hash);
