using DiagCodec.Metrics.Images;

namespace DiagCodec.Metrics.Tests.Images;

public sealed class IntensityWindowTests
{
    private static readonly IntensityWindow Window = new(300, 800);

    [Theory]
    [InlineData(-1000, 0)]
    [InlineData(-100, 0)]
    [InlineData(0, 100)]
    [InlineData(700, 800)]
    [InlineData(3000, 800)]
    public void Clips(double value, double expected) => Assert.Equal(expected, Window.Place(value));

    [Fact]
    public void Psnr_by_hand()
    {
        // Clipped to -100 .. 700: errors 0 (both black), 8, 0 (both white), 100.
        var found = Psnr.Of<short>([-1000, 0, 900, 600], [-200, 8, 3000, 800], Window);
        Assert.Equal(10 * Math.Log10(800 * 800 / ((64 + (100 * 100)) / 4.0)), found!.Value, 10);
    }

    [Fact]
    public void Images_that_differ_only_outside_the_window_have_no_error() => Assert.Null(Psnr.Of<short>([-1000, 5], [-500, 5], Window));

    [Fact]
    public void What_is_no_window_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new IntensityWindow(0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new IntensityWindow(double.NaN, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new IntensityWindow(0, double.PositiveInfinity));
        Assert.Throws<ArgumentOutOfRangeException>(() => Window.OverStored(-1, 0));
        Assert.Throws<ArgumentException>(() => Psnr.Of<float>([1], [float.NaN], Window));
    }
}
