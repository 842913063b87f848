using FsCheck;
using FsCheck.Fluent;

namespace DiagCodec.Metrics.Tests;

public sealed class QuantileTests
{
    [Theory]
    [InlineData(0, 10)]
    [InlineData(0.25, 17.5)]
    [InlineData(0.5, 30)]
    [InlineData(1, 40)]
    public void By_hand(double share, double expected) =>
        Assert.Equal(expected, Quantile.OfSorted([10, 20, 40, 40], share), 12);

    [Fact]
    public void Rises_with_the_share_and_stays_inside()
    {
        Prop.ForAll<NonEmptyArray<int>, byte, byte>((values, a, b) =>
        {
            var sorted = values.Get.Select(v => (double)v).Order().ToArray();
            var (low, high) = (Math.Min(a, b) / 255.0, Math.Max(a, b) / 255.0);
            var (q, r) = (Quantile.OfSorted(sorted, low), Quantile.OfSorted(sorted, high));
            return q <= r + 1e-6 && q >= sorted[0] - 1e-6 && r <= sorted[^1] + 1e-6;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Nothing_has_no_quantile() => Assert.Throws<ArgumentException>(() => Quantile.OfSorted([], 0.5));
}
