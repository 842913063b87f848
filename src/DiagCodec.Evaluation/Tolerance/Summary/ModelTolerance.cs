using System.Collections.Immutable;

namespace DiagCodec.Evaluation.Tolerance.Summary;

/// <summary>Where one model breaks.</summary>
/// <param name="Model">Its name.</param>
/// <param name="Measure">What its predictions are held against.</param>
/// <param name="Cases">Cases in the means.</param>
/// <param name="LeftOut">Cases without foreground: in the truth, or in the model's own prediction.</param>
/// <param name="Uncompressed">Mean foreground Dice in the slices as they were read.</param>
/// <param name="Points">By rising QP.</param>
/// <param name="Limits">By rising loss.</param>
public sealed record ModelTolerance(
    string Model,
    ToleranceMeasure Measure,
    int Cases,
    int LeftOut,
    double Uncompressed,
    ImmutableArray<TolerancePoint> Points,
    ImmutableArray<ToleranceLimit> Limits);
