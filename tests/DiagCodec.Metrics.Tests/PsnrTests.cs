using FsCheck;
using FsCheck.Fluent;

namespace DiagCodec.Metrics.Tests;

public sealed class PsnrTests
{
    [Theory]
    [InlineData(1, 255, 48.130803608679)]
    [InlineData(1, 4095, 72.245078121929)]
    [InlineData(65025, 255, 0)]
    public void By_hand(double mse, double peak, double expected) => Assert.Equal(expected, Psnr.Of(mse, peak)!.Value, 9);

    [Fact]
    public void Equal_samples_have_none() => Assert.Null(Psnr.Of<ushort>([1, 2], [1, 2], 4095));

    [Fact]
    public void Samples_and_their_mean_squared_error_agree() =>
        Assert.Equal(Psnr.Of(17 / 3.0, 255), Psnr.Of<int>([1, 2, 3], [2, 2, -1], 255));

    [Fact]
    public void Half_the_error_is_six_decibels_more()
    {
        Prop.ForAll<PositiveInt, PositiveInt>((error, peak) =>
        {
            double e = error.Get;
            var gain = Psnr.Of(e * e / 4, peak.Get)!.Value - Psnr.Of(e * e, peak.Get)!.Value;
            return Math.Abs(gain - (20 * Math.Log10(2))) < 1e-9;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_peak_of_zero_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => Psnr.Of(1, 0));
}
