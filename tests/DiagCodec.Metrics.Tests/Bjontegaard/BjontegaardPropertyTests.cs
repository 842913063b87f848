using DiagCodec.Metrics.Bjontegaard;
using FsCheck;
using FsCheck.Fluent;

namespace DiagCodec.Metrics.Tests.Bjontegaard;

public sealed class BjontegaardPropertyTests
{
    private static readonly CurveShape[] Shapes = Enum.GetValues<CurveShape>();

    [Fact]
    public void A_curve_against_itself_is_zero() => Check((a, _, shape) =>
    {
        var (rate, quality) = (BjontegaardDelta.OfRate(a, a, shape), BjontegaardDelta.OfQuality(a, a, shape));
        return rate.Value == 0 && quality.Value == 0 && rate.Overlap == 1 && quality.Overlap == 1;
    });

    [Fact]
    public void Rates_times_k_are_k_minus_one_more() => Check((a, _, shape) =>
        new[] { 0.25, 0.9, 1.5, 7 }.All(k =>
            Math.Abs(BjontegaardDelta.OfRate(a, Scaled(a, k), shape).Value - ((k - 1) * 100)) < 1e-6));

    [Fact]
    public void Quality_plus_k_is_k_better() => Check((a, _, shape) =>
        Math.Abs(BjontegaardDelta.OfQuality(a, Change(a, p => p with { Quality = p.Quality + 3.5 }), shape).Value - 3.5) < 1e-9);

    [Fact]
    public void Exchanging_the_curves_inverts() => Check((a, b, shape) =>
    {
        var (one, other) = (BjontegaardDelta.OfRate(a, b, shape), BjontegaardDelta.OfRate(b, a, shape));
        var (gain, loss) = (BjontegaardDelta.OfQuality(a, b, shape).Value, BjontegaardDelta.OfQuality(b, a, shape).Value);
        return Math.Abs(((1 + (one.Value / 100)) * (1 + (other.Value / 100))) - 1) < 1e-9
            && one.Overlap == other.Overlap && Math.Abs(gain + loss) < 1e-9;
    });

    [Fact]
    public void The_unit_of_the_rate_does_not_matter() => Check((a, b, shape) =>
    {
        var (one, other) = (BjontegaardDelta.OfRate(a, b, shape).Value, BjontegaardDelta.OfRate(Scaled(a, 8000), Scaled(b, 8000), shape).Value);
        return Math.Abs(one - other) < 1e-6 * (1 + Math.Abs(one));
    });

    [Fact]
    public void The_order_of_the_points_does_not_matter() => Check((a, b, shape) =>
        BjontegaardDelta.OfRate(a, b, shape)
            == BjontegaardDelta.OfRate(new RateCurve("a", a.Points.Reverse()), new RateCurve("b", [.. b.Points[2..], .. b.Points[..2]]), shape));

    [Fact]
    public void Three_straight_shapes_agree_on_a_straight_line()
    {
        // Quality rises by 1 with every doubling; the test has it for 10 % less rate.
        var anchor = new RateCurve("anchor", Enumerable.Range(0, 6).Select(i => new RatePoint(1 << i, 30 + i)));
        foreach (var shape in Shapes)
        {
            Assert.Equal(-10, BjontegaardDelta.OfRate(anchor, Scaled(anchor, 0.9), shape).Value, 9);
            Assert.Equal(-Math.Log2(0.9), BjontegaardDelta.OfQuality(anchor, Scaled(anchor, 0.9), shape).Value, 9);
        }
    }

    private static RateCurve Scaled(RateCurve curve, double factor) => Change(curve, p => p with { Rate = p.Rate * factor });

    private static RateCurve Change(RateCurve curve, Func<RatePoint, RatePoint> change) => new(curve.Name, curve.Points.Select(change));

    /// <summary>Rising curves of 4 to 9 points whose rates and qualities overlap.</summary>
    private static void Check(Func<RateCurve, RateCurve, CurveShape, bool> holds) =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var (a, b) = (Curve("a", random), Curve("b", random));
            return Shapes.All(shape => holds(a, b, shape));
        }).QuickCheckThrowOnFailure();

    private static RateCurve Curve(string name, Random random)
    {
        var (rate, quality) = (0.5 + random.NextDouble(), 30 + random.NextDouble());
        var points = new List<RatePoint>();
        for (var left = random.Next(4, 10); left > 0; left--)
        {
            points.Add(new RatePoint(rate, quality));
            rate *= 1.5 + random.NextDouble();
            quality += 0.5 + random.NextDouble();
        }

        return new RateCurve(name, points);
    }
}
