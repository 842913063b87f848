using DiagCodec.Evaluation.Tolerance.Summary;
using FsCheck;
using FsCheck.Fluent;

namespace DiagCodec.Evaluation.Tests.Tolerance;

public sealed class MeanCurveTests
{
    [Fact]
    public void The_mean_weighs_every_case_alike()
    {
        var curve = new MeanCurve([10, 20], 2, i => i == 0 ? Case(0.9, [0.8, 0.6], [2, 1]) : Case(0.7, [0.6, 0.2], [4, 2]));
        Assert.Equal((0.8, 0.7, 0.4), (curve.Uncompressed, curve.Dice(0), curve.Dice(1)));
        Assert.Equal((3.0, 1.5), (curve.BitsPerVoxel(0), curve.BitsPerVoxel(1)));
    }

    [Theory]
    [InlineData(0.9, 10, CurveEnd.Within)]
    [InlineData(0.85, 12.5, CurveEnd.Within)]
    [InlineData(0.8, 15, CurveEnd.Within)]
    [InlineData(0.7, 20, CurveEnd.Within)]
    [InlineData(0.5, 27.5, CurveEnd.Within)]
    [InlineData(0.3, 35, CurveEnd.Within)]
    [InlineData(0.2999, 35, CurveEnd.AtOrAbove)]
    [InlineData(0.95, 10, CurveEnd.AtOrBelow)]
    public void A_crossing_lies_on_the_line_between_two_QPs(double dice, double qp, CurveEnd end)
    {
        // 0.9 at 10, 0.7 at 20, 0.3 at 35.
        var found = Curve([10, 20, 35], [0.9, 0.7, 0.3]).FirstAt(dice);
        Assert.Equal(qp, found.Qp, 9);
        Assert.Equal(end, found.End);
    }

    [Fact]
    public void A_rise_after_a_loss_does_not_hide_the_loss()
    {
        // Falls to 0.7 at 20, rises to 0.85, falls to 0.5 at 40: 0.75 is crossed before 20, 0.6 half-way from 30 (made 0.7) to 40.
        var curve = Curve([10, 20, 30, 40], [0.9, 0.7, 0.85, 0.5]);
        Assert.Equal(17.5, curve.FirstAt(0.75).Qp, 9);
        Assert.Equal(35, curve.FirstAt(0.6).Qp, 9);
    }

    [Fact]
    public void A_plateau_is_crossed_at_its_beginning() => Assert.Equal(20, Curve([10, 20, 30, 40], [0.9, 0.7, 0.7, 0.5]).FirstAt(0.7).Qp, 9);

    [Fact]
    public void Bits_between_two_QPs_are_their_geometric_mean()
    {
        var curve = new MeanCurve([10, 20, 30], 1, _ => Case(1, [1, 1, 1], [4, 1, 0.5]));
        Assert.Equal(2, curve.BitsAt(15), 9);
        Assert.Equal((4.0, 1.0, 0.5), (Math.Round(curve.BitsAt(10), 9), Math.Round(curve.BitsAt(20), 9), Math.Round(curve.BitsAt(30), 9)));
    }

    [Fact]
    public void A_lower_Dice_is_never_crossed_earlier() =>
        Prop.ForAll<byte[], byte, byte>((values, a, b) =>
        {
            if (values.Length == 0)
            {
                return;
            }

            var curve = Curve([.. Enumerable.Range(0, values.Length).Select(i => 3 * i)], [.. values.Select(v => v / 255.0)]);
            var (low, high) = (Math.Min(a, b) / 255.0, Math.Max(a, b) / 255.0);
            Assert.True(curve.FirstAt(low).Qp >= curve.FirstAt(high).Qp);
            Assert.InRange(curve.FirstAt(low).Qp, 0, 3 * (values.Length - 1));
        }).QuickCheckThrowOnFailure();

    private static MeanCurve Curve(int[] qps, double[] dice) => new([.. qps], 1, _ => Case(1, dice, [.. qps.Select(q => Math.Pow(2, -q / 6.0))]));

    private static CaseCurve Case(double uncompressed, double[] dice, double[] bits) => new("case", uncompressed, dice, bits, new double?[dice.Length]);
}
