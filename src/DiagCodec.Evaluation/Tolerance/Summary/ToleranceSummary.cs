using System.Collections.Immutable;
using DiagCodec.Evaluation.Tolerance.Measure;
using DiagCodec.Imaging.Faults;
using DiagCodec.Metrics.Bjontegaard;
using DiagCodec.Metrics.Bootstrap;

namespace DiagCodec.Evaluation.Tolerance.Summary;

/// <summary>Where diagnoses break, out of the rows of a measurement; means over cases of the mean Dice over foreground classes.</summary>
/// <param name="Models">By model, each against its own prediction and against the truth; without those where no case has foreground.</param>
/// <param name="Comparisons">The first model with each of the others.</param>
public sealed record ToleranceSummary(ImmutableArray<ModelTolerance> Models, ImmutableArray<ModelComparison> Comparisons)
{
    private static readonly ImmutableArray<double> Losses = [1, 5, 10];

    private static readonly ImmutableArray<double> Shares = [99, 95];

    /// <param name="rows">All of a measurement: every model, case and QP.</param>
    /// <param name="models">In the order of the summary; the first is the one that others are compared with.</param>
    /// <param name="bootstrap">Null for the defaults.</param>
    /// <exception cref="InvalidInputException">Rows are missing.</exception>
    public static ToleranceSummary Of(IReadOnlyCollection<ToleranceRow> rows, IReadOnlyList<string> models, BootstrapOptions? bootstrap = null)
    {
        ImmutableArray<int> qps = [.. rows.Where(r => r.Qp is not null).Select(r => r.Qp!.Value).Distinct().Order()];
        if (qps.IsEmpty)
        {
            throw new InvalidInputException("tolerance: there is no row of a coded case; finish the measurement");
        }

        var found = ImmutableArray.CreateBuilder<ModelTolerance>();
        var comparisons = ImmutableArray.CreateBuilder<ModelComparison>();
        foreach (var measure in (ToleranceMeasure[])[ToleranceMeasure.Own, ToleranceMeasure.Truth])
        {
            var curves = models.Select(m => ModelCurves.Of(rows, m, measure, qps)).ToArray();
            found.AddRange(curves.Where(c => !c.Cases.IsEmpty).Select(c => Model(c, measure, qps, bootstrap)));
            comparisons.AddRange(curves.Skip(1).Select(c => Compare(curves[0], c, measure, qps, bootstrap)).OfType<ModelComparison>());
        }

        return new ToleranceSummary(found.ToImmutable(), comparisons.ToImmutable());
    }

    private static ModelTolerance Model(ModelCurves curves, ToleranceMeasure measure, ImmutableArray<int> qps, BootstrapOptions? bootstrap)
    {
        var mean = Mean(curves.Cases.AsSpan(), qps, c => c);
        return new ModelTolerance(
            curves.Model,
            measure,
            curves.Cases.Length,
            curves.LeftOut,
            mean.Uncompressed,
            [.. qps.Select((q, i) => new TolerancePoint(q, mean.Dice(i), Loss(mean, i), mean.BitsPerVoxel(i), MeanPsnr(curves, i)))],
            [.. Losses.Select(l => new ToleranceLimit(
                l,
                Crossing(mean, l),
                ToleranceEstimate.Of(BootstrapInterval.Of<CaseCurve>(curves.Cases, s => Crossing(Mean(s, qps, c => c), l).Qp, bootstrap))))]);
    }

    /// <returns>Null where no case has both.</returns>
    private static ModelComparison? Compare(
        ModelCurves anchor, ModelCurves test, ToleranceMeasure measure, ImmutableArray<int> qps, BootstrapOptions? bootstrap)
    {
        ImmutableArray<(CaseCurve Anchor, CaseCurve Test)> pairs = [.. anchor.Cases.Join(test.Cases, c => c.Case, c => c.Case, (a, t) => (a, t))];
        if (pairs.IsEmpty)
        {
            return null;
        }

        var (meanAnchor, meanTest) = (Mean(pairs.AsSpan(), qps, p => p.Anchor), Mean(pairs.AsSpan(), qps, p => p.Test));
        return new ModelComparison(
            anchor.Model,
            test.Model,
            measure,
            pairs.Length,
            [.. Losses.Select(l => new QpShift(
                l,
                Estimate((a, t) => Crossing(t, l).Qp - Crossing(a, l).Qp),
                Crossing(meanAnchor, l).End != CurveEnd.Within || Crossing(meanTest, l).End != CurveEnd.Within))],
            [.. Shares.Select(s => new BitsAtDice(s, Estimate((a, t) => BitsRatio(a, t, s / 100 * a.Uncompressed))))],
            Estimate(BdRate));

        ToleranceEstimate Estimate(Func<MeanCurve, MeanCurve, double?> statistic) => ToleranceEstimate.Of(
            BootstrapInterval.Of<(CaseCurve Anchor, CaseCurve Test)>(
                pairs, s => statistic(Mean(s, qps, p => p.Anchor), Mean(s, qps, p => p.Test)), bootstrap));
    }

    private static double? BitsRatio(MeanCurve anchor, MeanCurve test, double dice)
    {
        var (a, t) = (anchor.FirstAt(dice), test.FirstAt(dice));
        return a.End == CurveEnd.Within && t.End == CurveEnd.Within ? test.BitsAt(t.Qp) / anchor.BitsAt(a.Qp) : null;
    }

    private static double? BdRate(MeanCurve anchor, MeanCurve test)
    {
        if (anchor.Rising("anchor") is not { } a || test.Rising("test") is not { } t)
        {
            return null;
        }

        var overlap = Math.Min(a.Points[^1].Quality, t.Points[^1].Quality) - Math.Max(a.Points[0].Quality, t.Points[0].Quality);
        return overlap > 0 ? BjontegaardDelta.OfRate(a, t).Value : null;
    }

    private static QpCrossing Crossing(MeanCurve mean, double lossPercent) => mean.FirstAt(mean.Uncompressed * (1 - (lossPercent / 100)));

    private static double Loss(MeanCurve mean, int index) =>
        mean.Uncompressed == 0 ? 0 : 100 * (mean.Uncompressed - mean.Dice(index)) / mean.Uncompressed;

    private static double? MeanPsnr(ModelCurves curves, int index) =>
        curves.Cases.All(c => c.Psnr[index] is not null) ? curves.Cases.Average(c => c.Psnr[index]) : null;

    private static MeanCurve Mean<T>(ReadOnlySpan<T> sample, ImmutableArray<int> qps, Func<T, CaseCurve> of)
    {
        var curves = new CaseCurve[sample.Length];
        for (var i = 0; i < curves.Length; i++)
        {
            curves[i] = of(sample[i]);
        }

        return new MeanCurve(qps, curves.Length, i => curves[i]);
    }
}
