using DiagCodec.Evaluation.Bench.Analysis;
using DiagCodec.Evaluation.Bench.Results;

namespace DiagCodec.Evaluation.Tests.Bench.Analysis;

public sealed class QualityMeasureTests
{
    [Fact]
    public void By_hand()
    {
        // Own: 90 of background, 4 both, 2 found too much, 4 missed. Truth: three classes, the third nowhere.
        var figures = new PointFigures(1, 1, 8, "", new ClassAgreementCounts([90, 2, 4, 4]), new ClassAgreementCounts([80, 0, 0, 10, 10, 0, 0, 0, 0]), [])
        {
            Psnr = 41,
            WindowPsnr = 31,
            WindowSsim = 0.75,
        };
        Assert.Equal(((90.0 / 96) + 0.4) / 2, QualityMeasure.OwnMiou.Of(figures)!.Value, 12);
        Assert.Equal(8.0 / 14, QualityMeasure.OwnDice.Of(figures)!.Value, 12);
        Assert.Equal(((80.0 / 90) + 0.5) / 2, QualityMeasure.TruthMiou.Of(figures)!.Value, 12);
        Assert.Equal(20.0 / 30, QualityMeasure.TruthDice.Of(figures)!.Value, 12);
        Assert.Equal((41, 31, 0.75), (QualityMeasure.Psnr.Of(figures), QualityMeasure.WindowPsnr.Of(figures), QualityMeasure.WindowSsim.Of(figures)));
    }

    [Fact]
    public void What_is_not_defined_has_no_value()
    {
        var nothing = new ClassAgreementCounts([100, 0, 0, 0]);
        var figures = new PointFigures(1, 1, 8, "", nothing, nothing, []);
        Assert.Null(QualityMeasure.OwnDice.Of(figures));
        Assert.Equal(1, QualityMeasure.OwnMiou.Of(figures));
        Assert.Null(QualityMeasure.Psnr.Of(figures));
        Assert.Null(QualityMeasure.Psnr.Of(new BenchPoint("c", "m", 1, "k") { Error = "failed" }));
    }

    [Fact]
    public void Deltas_are_named_after_the_measure() => Assert.Equal(
        ["BD-mIoU, points", "BD-Dice, points", "BD-mIoU, points", "BD-Dice, points", "BD-PSNR, dB", "BD-PSNR, dB", "BD-SSIM, points"],
        QualityMeasure.All.Select(m => $"{m.DeltaName}, {m.Unit}"));
}
