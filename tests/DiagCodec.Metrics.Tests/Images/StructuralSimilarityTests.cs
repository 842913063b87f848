using DiagCodec.Metrics.Images;
using FsCheck;
using FsCheck.Fluent;

namespace DiagCodec.Metrics.Tests.Images;

public sealed class StructuralSimilarityTests
{
    private static readonly IntensityWindow Window = new(2300, 600);

    [Theory]
    [InlineData(11, 11, 0.9825311122519, 0.9825311122519, 0.9614733424616, 0.9614733424616, 26.1292655128)]
    [InlineData(24, 31, 0.9904373365258, 0.9974826290077, 0.9823495610444, 0.9951754284710, 27.1000447198)]
    [InlineData(64, 48, 0.9924829830798, 0.9986002291793, 0.9870157420567, 0.9963289093876, 26.9782561562)]
    [InlineData(99, 91, 0.9928218248012, 0.9988684297965, 0.9885083409815, 0.9972779203194, 26.7959267894)]
    [InlineData(181, 193, 0.9927466748971, 0.9986024934547, 0.9880695652260, 0.9970560611108, 26.5683500366)]
    public void Equal_to_an_independent_computation(int columns, int rows, double ssim, double msSsim, double windowSsim, double windowMsSsim, double windowPsnr)
    {
        var (x, y) = SyntheticPair.Of(columns, rows);
        Assert.Equal(ssim, Ssim.Of<ushort>(x, y, columns, rows, 4095)!.Value, 11);
        Assert.Equal(msSsim, MsSsim.Of<ushort>(x, y, columns, rows, 4095)!.Value, 11);
        Assert.Equal(windowSsim, Ssim.Of<ushort>(x, y, columns, rows, Window)!.Value, 11);
        Assert.Equal(windowMsSsim, MsSsim.Of<ushort>(x, y, columns, rows, Window)!.Value, 11);
        Assert.Equal(windowPsnr, Psnr.Of<ushort>(x, y, Window)!.Value, 8);
    }

    [Fact]
    public void Flat_images_have_only_luminance()
    {
        var (x, y) = (Enumerable.Repeat(100f, 176 * 176).ToArray(), Enumerable.Repeat(150f, 176 * 176).ToArray());
        var c1 = 2.55 * 2.55;
        var luminance = ((2 * 100 * 150) + c1) / ((100 * 100) + (150 * 150) + c1);
        Assert.Equal(luminance, Ssim.Of<float>(x, y, 176, 176, 255)!.Value, 10);
        Assert.Equal(Math.Pow(luminance, 0.1333), MsSsim.Of<float>(x, y, 176, 176, 255)!.Value, 10);
        var four = Math.Pow(luminance, 0.2363 / (0.0448 + 0.2856 + 0.3001 + 0.2363));
        Assert.Equal(four, MsSsim.Of<float>(x.AsSpan(0, 176 * 175), y.AsSpan(0, 176 * 175), 176, 175, 255)!.Value, 10);
    }

    [Theory]
    [InlineData(10, 500, 0)]
    [InlineData(11, 500, 1)]
    [InlineData(22, 21, 1)]
    [InlineData(22, 22, 2)]
    [InlineData(44, 87, 3)]
    [InlineData(88, 175, 4)]
    [InlineData(176, 175, 4)]
    [InlineData(176, 176, 5)]
    [InlineData(4096, 4096, 5)]
    public void Small_images_have_fewer_scales(int columns, int rows, int expected) => Assert.Equal(expected, MsSsim.ScalesOf(columns, rows));

    [Fact]
    public void An_image_smaller_than_the_filter_has_none()
    {
        Assert.Null(Ssim.Of<byte>(new byte[10 * 40], new byte[10 * 40], 10, 40, 255));
        Assert.Null(Ssim.Of<byte>(new byte[10 * 40], new byte[10 * 40], 40, 10, Window));
        Assert.Null(MsSsim.Of<byte>(new byte[10 * 40], new byte[10 * 40], 40, 10, 255));
    }

    [Fact]
    public void Opposite_contrast_is_below_zero_and_its_power_is_not_asked_for()
    {
        var (x, _) = SyntheticPair.Of(64, 64);
        ushort[] opposite = [.. x.Select(v => (ushort)(4095 - v))];
        Assert.True(Ssim.Of<ushort>(x, opposite, 64, 64, 4095) < 0);
        Assert.Equal(0, MsSsim.Of<ushort>(x, opposite, 64, 64, 4095));
    }

    [Fact]
    public void The_unit_does_not_matter_when_the_window_follows_it()
    {
        var (x, y) = SyntheticPair.Of(50, 40);
        float[] hu = [.. x.Select(v => (0.5f * v) - 1024)], huTest = [.. y.Select(v => (0.5f * v) - 1024)];
        var window = new IntensityWindow(126, 300);
        var stored = window.OverStored(0.5, -1024);
        Assert.Equal((2300, 600), (stored.Centre, stored.Width));
        Assert.Equal(Ssim.Of<float>(hu, huTest, 50, 40, window)!.Value, Ssim.Of<ushort>(x, y, 50, 40, stored)!.Value, 12);
        Assert.Equal(MsSsim.Of<float>(hu, huTest, 50, 40, window)!.Value, MsSsim.Of<ushort>(x, y, 50, 40, stored)!.Value, 12);
        Assert.Equal(Psnr.Of<float>(hu, huTest, window)!.Value, Psnr.Of<ushort>(x, y, stored)!.Value, 10);
    }

    [Fact]
    public void Symmetric_at_most_one_and_one_for_equal_images()
    {
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var (columns, rows) = (random.Next(11, 60), random.Next(11, 60));
            var (x, y) = (new byte[columns * rows], new byte[columns * rows]);
            random.NextBytes(x);
            random.NextBytes(y);
            var (one, other) = (Ssim.Of<byte>(x, y, columns, rows, 255)!.Value, Ssim.Of<byte>(y, x, columns, rows, 255)!.Value);
            var (many, back) = (MsSsim.Of<byte>(x, y, columns, rows, 255)!.Value, MsSsim.Of<byte>(y, x, columns, rows, 255)!.Value);
            return Math.Abs(one - other) < 1e-12 && Math.Abs(many - back) < 1e-12 && one is > -1 and < 1 && many is >= 0 and < 1
                && Math.Abs(Ssim.Of<byte>(x, x, columns, rows, 255)!.Value - 1) < 1e-12
                && Math.Abs(MsSsim.Of<byte>(x, x, columns, rows, 255)!.Value - 1) < 1e-12;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void What_is_not_two_images_of_numbers_is_refused()
    {
        var e = Assert.Throws<ArgumentException>(() => Ssim.Of<byte>(new byte[12], new byte[11], 4, 3, 255));
        Assert.Equal("two images of 4 x 3 were expected, found 12 and 11 samples", e.Message);
        var (clean, broken) = (new float[400], new float[400]);
        broken[7] = float.NaN;
        Assert.Throws<ArgumentException>(() => Ssim.Of<float>(clean, broken, 20, 20, 1));
        Assert.Throws<ArgumentException>(() => MsSsim.Of<float>(broken, clean, 20, 20, Window));
        Assert.Throws<ArgumentOutOfRangeException>(() => Ssim.Of<float>(clean, clean, 20, 20, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => MsSsim.Of<float>([], [], 0, 0, 1));
    }
}
