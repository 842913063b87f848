using System.Collections.Immutable;
using DiagCodec.Evaluation.Bench.Results;
using DiagCodec.Metrics.Bjontegaard;
using DiagCodec.Metrics.Bootstrap;

namespace DiagCodec.Evaluation.Bench.Analysis;

/// <summary>
/// A point of a method that gives label maps, against what its anchor takes to be as right on the mean. Models of label maps are few and each is a rate of its own,
/// so that there is no curve to compare with.
/// </summary>
/// <param name="Method">As it ran.</param>
/// <param name="Parameter">Of its grid.</param>
/// <param name="BitsPerVoxel">Mean over the cases.</param>
/// <param name="Dice">Against the truth, mean over the cases.</param>
/// <param name="AnchorBitsPerVoxel">Where the anchor's mean curve over the same cases, made rising, crosses that Dice; null where it does not.</param>
/// <param name="Percent">Bits against the anchor's, with the interval over resampled cases; its estimate is null where the curve is not crossed.</param>
public sealed record LabelRate(BenchMethod Method, double Parameter, double BitsPerVoxel, double Dice, double? AnchorBitsPerVoxel, BootstrapInterval Percent)
{
    /// <param name="curves">Of the Dice against the truth.</param>
    /// <returns>One entry a point of a method that gives label maps.</returns>
    public static ImmutableArray<LabelRate> Of(BenchCurves curves) =>
    [
        .. curves.File.Methods.Where(m => m.GivesLabels is true).SelectMany(method => curves.Points(method.Name).GroupBy(p => p.Parameter).OrderBy(g => g.Key)
            .Select(points => Of(curves, method, points.Key, [.. points])).OfType<LabelRate>()),
    ];

    private static LabelRate? Of(BenchCurves curves, BenchMethod method, double parameter, ImmutableArray<CurvePoint> points)
    {
        var anchor = AnchorGroup.AnchorOf(curves.File.Experiment, method);
        var parameters = curves.Points(anchor).Select(p => p.Parameter).Distinct().Count();
        (CurvePoint Own, CurvePoint[] Anchor)[] cases =
        [
            .. points.Select(p => (p, curves.Points(p.Case, anchor).OrderBy(a => a.Parameter).ToArray())).Where(c => c.Item2.Length == parameters && parameters >= RateCurve.FewestPoints),
        ];
        if (cases.Length == 0)
        {
            return null;
        }

        var percent = BootstrapInterval.Of(
            cases, sample => Anchored(sample) is { } there ? 100 * ((Mean(sample, c => c.Own.BitsPerVoxel) / there) - 1) : null, DeltaSummary.Options(curves.File.Experiment.Seed));
        return new LabelRate(method, parameter, Mean(cases, c => c.Own.BitsPerVoxel), Mean(cases, c => c.Own.Quality), Anchored(cases), percent);
    }

    /// <summary>The anchor's mean bits for the sample's mean Dice.</summary>
    private static double? Anchored(ReadOnlySpan<(CurvePoint Own, CurvePoint[] Anchor)> sample)
    {
        var dice = Mean(sample, c => c.Own.Quality);
        var curve = new RatePoint[sample[0].Anchor.Length];
        for (var i = 0; i < curve.Length; i++)
        {
            var at = i;
            curve[i] = new RatePoint(Mean(sample, c => c.Anchor[at].BitsPerVoxel), Mean(sample, c => c.Anchor[at].Quality));
        }

        return ReachedRate.Of(new RateCurve("anchor", curve), dice);
    }

    private static double Mean<T>(ReadOnlySpan<T> sample, Func<T, double> value)
    {
        var sum = 0.0;
        foreach (var item in sample)
        {
            sum += value(item);
        }

        return sum / sample.Length;
    }
}
