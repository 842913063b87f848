using DiagCodec.Imaging.Masks;

namespace DiagCodec.Imaging.Tests.Masks;

public sealed class CieLabTests
{
    /// <summary>The primaries as ICC software gives them for sRGB in Lab D50.</summary>
    [Theory]
    [InlineData(0, 0, 0, 0, 0, 0)]
    [InlineData(255, 255, 255, 100, 0, 0)]
    [InlineData(255, 0, 0, 54.29, 80.81, 69.89)]
    [InlineData(0, 255, 0, 87.82, -79.29, 80.99)]
    [InlineData(0, 0, 255, 29.57, 68.30, -112.03)]
    [InlineData(119, 119, 119, 50.03, 0, 0)]
    public void Of_sRGB(byte red, byte green, byte blue, double l, double a, double b)
    {
        var lab = CieLab.OfSrgb(red, green, blue);
        Assert.Equal(l, lab.L, 0.02);
        Assert.Equal(a, lab.A, 0.02);
        Assert.Equal(b, lab.B, 0.02);
    }

    [Fact]
    public void Every_colour_of_a_screen_can_be_stored()
    {
        byte[] levels = [0, 1, 10, 51, 128, 204, 254, 255];
        Assert.All(
            from r in levels from g in levels from b in levels select CieLab.OfSrgb(r, g, b),
            lab => Assert.All(lab.ToStored(), v => Assert.InRange(v, 0, ushort.MaxValue)));
    }
}
