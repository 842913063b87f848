using System.Collections.Immutable;
using DiagCodec.Evaluation.Bench.Results;

namespace DiagCodec.Evaluation.Bench.Analysis;

/// <summary>A method against the anchor under one measure.</summary>
/// <param name="Method">As it ran.</param>
/// <param name="Measure">Of the quality.</param>
/// <param name="Quality">BD-mIoU, BD-Dice, BD-PSNR.</param>
/// <param name="Rate">BD-rate.</param>
/// <param name="IsotonicRate">BD-rate (isotonic).</param>
public sealed record MethodDeltas(
    BenchMethod Method, QualityMeasure Measure, DeltaSummary Quality, DeltaSummary Rate, DeltaSummary IsotonicRate)
{
    public DeltaSummary this[DeltaKind kind] => kind switch
    {
        DeltaKind.Quality => Quality,
        DeltaKind.Rate => Rate,
        _ => IsotonicRate,
    };

    /// <summary>One entry a method, in the order of the bench, the anchor among them.</summary>
    public static ImmutableArray<MethodDeltas> Of(BenchCurves curves)
    {
        var anchor = curves.File.Experiment.Anchor;
        return
        [
            .. curves.File.Methods.Select(m => new MethodDeltas(
                m,
                curves.Measure,
                DeltaSummary.Of(curves, anchor, m.Name, DeltaKind.Quality),
                DeltaSummary.Of(curves, anchor, m.Name, DeltaKind.Rate),
                DeltaSummary.Of(curves, anchor, m.Name, DeltaKind.IsotonicRate))),
        ];
    }
}
