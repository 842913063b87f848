using System.Collections.Immutable;
using DiagCodec.Evaluation.Bench.Results;

namespace DiagCodec.Evaluation.Bench.Analysis;

/// <summary>A method against its anchor under one measure.</summary>
/// <param name="Method">As it ran.</param>
/// <param name="Anchor">Name of the method that it is compared with.</param>
/// <param name="Measure">Of the quality.</param>
/// <param name="Quality">BD-mIoU, BD-Dice, BD-PSNR.</param>
/// <param name="Rate">BD-rate.</param>
/// <param name="IsotonicRate">BD-rate (isotonic).</param>
public sealed record MethodDeltas(
    BenchMethod Method, string Anchor, QualityMeasure Measure, DeltaSummary Quality, DeltaSummary Rate, DeltaSummary IsotonicRate)
{
    public DeltaSummary this[DeltaKind kind] => kind switch
    {
        DeltaKind.Quality => Quality,
        DeltaKind.Rate => Rate,
        _ => IsotonicRate,
    };

    /// <summary>One entry a method, in the order of the bench, the anchors among them.</summary>
    public static ImmutableArray<MethodDeltas> Of(BenchCurves curves) =>
        [.. curves.File.Methods.Select(m => Of(curves, AnchorGroup.AnchorOf(curves.File.Experiment, m), m))];

    public static MethodDeltas Of(BenchCurves curves, string anchor, BenchMethod method) => new(
        method,
        anchor,
        curves.Measure,
        DeltaSummary.Of(curves, anchor, method.Name, DeltaKind.Quality),
        DeltaSummary.Of(curves, anchor, method.Name, DeltaKind.Rate),
        DeltaSummary.Of(curves, anchor, method.Name, DeltaKind.IsotonicRate));
}
