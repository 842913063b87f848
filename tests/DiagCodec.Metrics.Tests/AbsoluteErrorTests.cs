using FsCheck;
using FsCheck.Fluent;

namespace DiagCodec.Metrics.Tests;

public sealed class AbsoluteErrorTests
{
    [Fact]
    public void By_hand()
    {
        Assert.Equal(5, AbsoluteError.Sum<int>([1, 2, 3], [2, 2, -1]));
        Assert.Equal(5 / 3.0, AbsoluteError.Mean<int>([1, 2, 3], [2, 2, -1]));
        Assert.Equal(4, AbsoluteError.Max<int>([1, 2, 3], [2, 2, -1]));
        Assert.Equal(4294967295, AbsoluteError.Max<int>([int.MinValue], [int.MaxValue]));
    }

    [Fact]
    public void Mean_never_exceeds_root_mean_square_nor_that_the_maximum()
    {
        Prop.ForAll<short[], short[]>((x, y) =>
        {
            var length = Math.Min(x.Length, y.Length);
            if (length == 0)
            {
                return true;
            }

            var (a, b) = (x[..length], y[..length]);
            var (mean, max) = (AbsoluteError.Mean<short>(a, b), AbsoluteError.Max<short>(a, b));
            var root = Math.Sqrt(SquaredError.Mean<short>(a, b));
            const double Rounding = 1 + 1e-12;
            return mean <= root * Rounding && root <= max * Rounding;
        }).QuickCheckThrowOnFailure();
    }
}
