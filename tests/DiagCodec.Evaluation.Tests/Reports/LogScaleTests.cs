using DiagCodec.Evaluation.Reports.Charts;
using FsCheck;
using FsCheck.Fluent;

namespace DiagCodec.Evaluation.Tests.Reports;

public sealed class LogScaleTests
{
    [Fact]
    public void By_hand()
    {
        var scale = AxisScale.Logarithmic(0.013, 1.7);
        Assert.Equal(["0.01", "0.02", "0.05", "0.1", "0.2", "0.5", "1", "2"], scale.Ticks.Select(scale.Label));
        Assert.Equal([0, 0.5, 1], ((double[])[1, 10, 100]).Select(v => Math.Round(AxisScale.Logarithmic(1, 100).Share(v), 12)));
        Assert.Equal((5.0, 10.0), (AxisScale.Logarithmic(5, 5).Low, AxisScale.Logarithmic(5, 5).High));
    }

    [Fact]
    public void Holds_what_it_was_made_for_and_ends_on_ticks()
    {
        Prop.ForAll<PositiveInt, PositiveInt, PositiveInt>((a, b, divisor) =>
        {
            var (low, high) = (Math.Min(a.Get, b.Get) / (7.0 * divisor.Get), Math.Max(a.Get, b.Get) / (7.0 * divisor.Get));
            var scale = AxisScale.Logarithmic(low, high);
            var ticks = scale.Ticks.ToArray();
            return scale.Low <= low * (1 + 1e-8) && scale.High >= high * (1 - 1e-8)
                && ticks.Length >= 2 && ticks[0] == scale.Low && ticks[^1] == scale.High
                && ticks.Zip(ticks.Skip(1)).All(p => p.Second / p.First is > 1.99 and < 2.51);
        }).QuickCheckThrowOnFailure();
    }
}
