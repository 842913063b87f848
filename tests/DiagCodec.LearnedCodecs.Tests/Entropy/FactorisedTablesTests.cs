using System.Collections.Immutable;
using DiagCodec.LearnedCodecs.Entropy;

namespace DiagCodec.LearnedCodecs.Tests.Entropy;

public sealed class FactorisedTablesTests
{
    [Fact]
    public void One_layer_is_a_logistic_distribution()
    {
        // softplus(m) = 1, so the distribution is the logistic with its mean at 3.
        var unit = (float)Math.Log(Math.E - 1);
        var density = new FactorisedDensity([[unit]], [[-3f]], [], -7, 3, 13);
        Assert.Equal(0.25, 1 / (1 + Math.Exp(-density.Logit(3 - Math.Log(3)))), 6);
        Assert.Equal(Logistic(0.5) - Logistic(-0.5), density.Between(2.5, 3.5), 6);
        Assert.Equal(Logistic(-9.5) - Logistic(-10.5), density.Between(12.5, 13.5), 9);
        var table = Assert.Single(FactorisedTables.Of([density]));
        Assert.Equal((-10, 10), (table.Lowest, table.Highest));
        Assert.Equal(-Math.Log2(Logistic(0.5) - Logistic(-0.5)), table.Bits(0), 3);
        Assert.Equal(-Math.Log2(Logistic(4.5) - Logistic(3.5)), table.Bits(4), 2);
    }

    [Fact]
    public void Layers_are_composed_as_the_paper_has_them()
    {
        // Two layers, 1 to 2 to 1, by hand at x = 0.7.
        float[] matrix = [0.2f, -0.4f], bias = [0.1f, -0.2f], factor = [0.3f, -0.5f], last = [0.6f, -1f];
        var density = new FactorisedDensity([[.. matrix], [.. last]], [[.. bias], [0.05f]], [[.. factor]], -1, 0, 1);
        var hidden = Enumerable.Range(0, 2).Select(i => (Softplus(matrix[i]) * 0.7) + bias[i]).Select((v, i) => v + (Math.Tanh(factor[i]) * Math.Tanh(v))).ToArray();
        Assert.Equal((Softplus(last[0]) * hidden[0]) + (Softplus(last[1]) * hidden[1]) + 0.05f, density.Logit(0.7), 12);
    }

    [Theory]
    [InlineData(float.NaN, float.NaN)]
    [InlineData(float.NegativeInfinity, float.PositiveInfinity)]
    [InlineData(5, -5)]
    public void Broken_quantiles_give_a_bounded_table(float lower, float upper)
    {
        var table = Assert.Single(FactorisedTables.Of([new FactorisedDensity([[0f]], [[0f]], [], lower, 0, upper)]));
        Assert.InRange(table.Table.Count, 2, (2 * FactorisedTables.LongestReach) + 2);
    }

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));

    private static double Softplus(double x) => Math.Log(1 + Math.Exp(x));
}
