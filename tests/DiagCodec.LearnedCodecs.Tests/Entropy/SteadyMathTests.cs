using DiagCodec.LearnedCodecs.Entropy;

namespace DiagCodec.LearnedCodecs.Tests.Entropy;

public sealed class SteadyMathTests
{
    [Fact]
    public void Functions_agree_with_the_library_to_a_few_last_bits()
    {
        for (var x = -30.0; x <= 30; x += 0.0137)
        {
            Close(Math.Exp(x), SteadyMath.Exp(x), 1e-13);
            Close(1 / (1 + Math.Exp(-x)), SteadyMath.Sigmoid(x), 1e-13);
            Close(Math.Tanh(x), SteadyMath.Tanh(x), 1e-9);
            Assert.Equal(Math.Tanh(x), SteadyMath.Tanh(x), 1e-14);
            Close(x > 0 ? x + Math.Log(1 + Math.Exp(-x)) : Log1P(Math.Exp(x)), SteadyMath.Softplus(x), 2e-13);
            Close(Log1P(Math.Abs(x)), SteadyMath.Log1P(Math.Abs(x)), 2e-13);
        }
    }

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(1, 0.841344746068542949)]
    [InlineData(-1, 0.158655253931457051)]
    [InlineData(1.959963984540054, 0.975)]
    [InlineData(-3, 0.00134989803163009452)]
    [InlineData(5, 0.99999971334842812)]
    [InlineData(40, 1)]
    [InlineData(-40, 0)]
    public void The_normal_distribution_is_the_tabulated_one(double x, double expected) =>
        Assert.Equal(expected, SteadyMath.NormalCumulative(x), 2e-15);

    [Fact]
    public void Far_ends_do_not_overflow()
    {
        Assert.Equal(0, SteadyMath.Exp(-1e300));
        Assert.True(double.IsFinite(SteadyMath.Exp(1e300)));
        Assert.True(double.IsNaN(SteadyMath.Exp(double.NaN)));
        Assert.Equal(1, SteadyMath.Sigmoid(1e9));
        Assert.Equal(1e9, SteadyMath.Softplus(1e9));
        Assert.Equal(-1, SteadyMath.Tanh(-1e9));
    }

    private static double Log1P(double y) => y < 3e-3 ? y * (1 - (y * (1.0 / 2 - (y * (1.0 / 3 - (y * (1.0 / 4 - (y * (1.0 / 5 - (y / 6)))))))))) : Math.Log(1 + y);

    private static void Close(double expected, double found, double relative) => Assert.InRange(Math.Abs(expected - found), 0, Math.Abs(expected) * relative);
}
