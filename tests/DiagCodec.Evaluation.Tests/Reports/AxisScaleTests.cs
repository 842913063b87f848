using DiagCodec.Evaluation.Reports.Charts;
using FsCheck;
using FsCheck.Fluent;

namespace DiagCodec.Evaluation.Tests.Reports;

public sealed class AxisScaleTests
{
    [Fact]
    public void By_hand()
    {
        var scale = AxisScale.Covering(0, 0.73, 5);
        Assert.Equal(["0", "0.2", "0.4", "0.6", "0.8"], scale.Ticks.Select(scale.Label));
        Assert.Equal(["\u22122", "0", "2"], AxisScale.Covering(-1.5, 1.5, 2).Ticks.Select(new AxisScale(-2, 2, 2).Label));
        Assert.Equal([0, 1, 2], AxisScale.Indices(3).Ticks);
        Assert.Equal([0, 10, 20, 30, 40, 50, 60, 70], AxisScale.Indices(80).Ticks);
    }

    [Fact]
    public void Holds_what_it_was_made_for_with_few_ticks_inside()
    {
        Prop.ForAll<int, int, PositiveInt>((a, b, divisor) =>
        {
            var (low, high) = (Math.Min(a, b) / (double)divisor.Get, Math.Max(a, b) / (double)divisor.Get);
            var scale = AxisScale.Covering(low, high);
            var slack = 1e-9 * (scale.High - scale.Low);
            return scale.Low <= low + slack && scale.High >= high - slack
                && scale.Ticks.Count() is >= 2 and <= 7
                && scale.Ticks.All(t => t >= scale.Low - slack && t <= scale.High + slack);
        }).QuickCheckThrowOnFailure();
    }
}
