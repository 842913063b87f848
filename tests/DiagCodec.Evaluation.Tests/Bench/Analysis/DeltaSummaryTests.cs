using DiagCodec.Evaluation.Bench.Analysis;

namespace DiagCodec.Evaluation.Tests.Bench.Analysis;

public sealed class DeltaSummaryTests
{
    private static readonly (double, double)[] Straight = [(0.1, 20), (1, 30), (10, 40), (100, 50)];

    public static TheoryData<string> Measures => new(QualityMeasure.All.Select(m => m.Word));

    public static TheoryData<DeltaKind> Kinds => new(DeltaKind.Quality, DeltaKind.Rate, DeltaKind.IsotonicRate);

    [Theory]
    [MemberData(nameof(Measures))]
    public void A_method_equal_to_the_anchor_differs_by_exactly_nothing(string word)
    {
        var file = HandMade.Twin(SyntheticBench.Make(), "twin");
        var curves = new BenchCurves(file, QualityMeasure.All.Single(m => m.Word == word));
        foreach (var kind in (DeltaKind[])[DeltaKind.Quality, DeltaKind.Rate, DeltaKind.IsotonicRate])
        {
            foreach (var method in (string[])["twin", SyntheticBench.Anchor])
            {
                var summary = DeltaSummary.Of(curves, SyntheticBench.Anchor, method, kind);
                Assert.Equal(10, summary.Used);
                Assert.Equal((0.0, 0.0, 0.0), (summary.Mean, summary.Interval!.Low, summary.Interval.High));
                Assert.Equal((1.0, 1.0), (summary.SmallestOverlap, summary.MeanOverlap));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Two_cases_that_go_opposite_ways_leave_both_signs_possible(DeltaKind kind)
    {
        var file = HandMade.Of(
            ("one", "anchor", Straight), ("one", "test", [.. Straight.Select(p => (p.Item1 / 2, p.Item2))]),
            ("two", "anchor", Straight), ("two", "test", [.. Straight.Select(p => (p.Item1 * 2, p.Item2))]));
        var summary = DeltaSummary.Of(new BenchCurves(file, QualityMeasure.WindowPsnr), "anchor", "test", kind);
        Assert.True(summary.Interval!.Low < 0, $"low {summary.Interval.Low}");
        Assert.True(summary.Interval.High > 0, $"high {summary.Interval.High}");
    }

    [Fact]
    public void Half_the_bits_are_minus_50_percent_and_3_dB_on_a_line_of_10_dB_a_decade()
    {
        var file = HandMade.Of(("one", "anchor", Straight), ("one", "test", [.. Straight.Select(p => (p.Item1 / 2, p.Item2))]));
        var curves = new BenchCurves(file, QualityMeasure.WindowPsnr);
        var (quality, rate) = (DeltaSummary.Of(curves, "anchor", "test", DeltaKind.Quality), DeltaSummary.Of(curves, "anchor", "test", DeltaKind.Rate));
        Assert.Equal(10 * Math.Log10(2), quality.Mean!.Value, 9);
        Assert.Equal(-50, rate.Mean!.Value, 9);
        Assert.Equal(-50, DeltaSummary.Of(curves, "anchor", "test", DeltaKind.IsotonicRate).Mean!.Value, 9);

        // Rates 0.1 to 50 of 0.05 to 100; all qualities in common.
        Assert.Equal(Math.Log(500) / Math.Log(2000), quality.SmallestOverlap!.Value, 9);
        Assert.Equal(1, rate.SmallestOverlap!.Value, 9);
    }

    [Fact]
    public void Scores_differ_in_points()
    {
        // 0.1 of Dice a decade, 1000 times finer than counting resolves.
        (double, double)[] anchor = [(0.1, 0.6), (1, 0.7), (10, 0.8), (100, 0.9)];
        var file = HandMade.Of(("one", "anchor", anchor), ("one", "test", [.. anchor.Select(p => (p.Item1, p.Item2 + 0.02))]));
        var summary = DeltaSummary.Of(new BenchCurves(file, QualityMeasure.OwnDice), "anchor", "test", DeltaKind.Quality);
        Assert.Equal(2, summary.Mean!.Value, 6);
    }

    [Theory]
    [InlineData("no overlap", new double[] { 0.1, 70, 1, 80, 10, 90, 100, 95 })]
    [InlineData("at least 4 points, found 3", new double[] { 0.1, 20, 1, 30, 10, 40 })]
    [InlineData("at least 4 points, found 0", new double[] { })]
    [InlineData("at least 4 points, found 3", new[] { 0.1, 20, 1, 30, 10, 40, 100, double.NaN })]
    [InlineData("two points have the same quality", new double[] { 0.1, 20, 1, 30, 10, 30, 100, 50 })]
    public void What_has_no_BD_rate_says_why(string reason, double[] test)
    {
        var file = HandMade.Of(("one", "anchor", Straight), ("one", "test", [.. test.Chunk(2).Select(p => (p[0], p[1]))]));
        var curves = new BenchCurves(file with { Methods = [file.Methods[0], file.Methods[0] with { Name = "test" }] }, QualityMeasure.WindowPsnr);
        var summary = DeltaSummary.Of(curves, "anchor", "test", DeltaKind.Rate);
        Assert.Contains(reason, Assert.Single(summary.Cases).Reason, StringComparison.Ordinal);
        Assert.Null(summary.Interval);
        Assert.Equal(0, summary.Used);
    }

    [Fact]
    public void Falling_curves_are_counted_and_isotonic_ones_are_not_flagged()
    {
        var file = HandMade.Of(
            ("one", "anchor", Straight), ("one", "test", [(0.1, 20), (1, 33), (3, 32.5), (10, 40), (100, 50)]),
            ("two", "anchor", Straight), ("two", "test", Straight));
        var curves = new BenchCurves(file, QualityMeasure.WindowPsnr);
        Assert.Equal(1, DeltaSummary.Of(curves, "anchor", "test", DeltaKind.Rate).NotMonotone);
        Assert.Equal(1, DeltaSummary.Of(curves, "anchor", "test", DeltaKind.Quality).NotMonotone);
        Assert.Equal(0, DeltaSummary.Of(curves, "anchor", "test", DeltaKind.IsotonicRate).NotMonotone);
    }

    [Fact]
    public void Cases_without_a_value_are_left_out_of_the_mean_and_counted()
    {
        var file = HandMade.Of(
            ("one", "anchor", Straight), ("one", "test", [.. Straight.Select(p => (p.Item1 * 3, p.Item2))]),
            ("two", "anchor", Straight), ("two", "test", [(1, double.NaN)]));
        var summary = DeltaSummary.Of(new BenchCurves(file, QualityMeasure.WindowPsnr), "anchor", "test", DeltaKind.Rate);
        Assert.Equal((1, 2), (summary.Used, summary.Cases.Length));
        Assert.Equal(200, summary.Mean!.Value, 9);
    }

    [Fact]
    public void A_lossless_method_is_no_curve_of_PSNR()
    {
        var curves = new BenchCurves(SyntheticBench.Make(), QualityMeasure.Psnr);
        Assert.Empty(curves.Points(SyntheticBench.Lossless));
        Assert.Equal(10, new BenchCurves(curves.File, QualityMeasure.OwnDice).Points(SyntheticBench.Lossless).Count());
    }

    [Fact]
    public void The_seed_of_the_experiment_moves_the_interval_and_not_the_mean()
    {
        var (one, two) = (Of(SyntheticBench.Make(seed: 1)), Of(SyntheticBench.Make(seed: 2)));
        Assert.Equal(one.Mean, two.Mean);
        Assert.NotEqual((one.Interval!.Low, one.Interval.High), (two.Interval!.Low, two.Interval.High));

        static DeltaSummary Of(DiagCodec.Evaluation.Bench.Results.BenchFile file) =>
            DeltaSummary.Of(new BenchCurves(file, QualityMeasure.OwnMiou), SyntheticBench.Anchor, "HM 16.22", DeltaKind.Rate);
    }
}
