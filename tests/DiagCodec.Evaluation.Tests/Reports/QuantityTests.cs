using DiagCodec.Evaluation.Reports.Markup;

namespace DiagCodec.Evaluation.Tests.Reports;

public sealed class QuantityTests
{
    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(999, "999 B")]
    [InlineData(1000, "1 kB")]
    [InlineData(999_499, "999 kB")]
    [InlineData(999_500, "1 MB")]
    [InlineData(41_943_040, "41.9 MB")]
    public void Bytes(long bytes, string expected) => Assert.Equal(expected, Quantity.Bytes(bytes));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(0.016345, "0.0163")]
    [InlineData(9.996, "10")]
    [InlineData(-36.04, "-36")]
    [InlineData(1234.6, "1235")]
    public void Significant(double value, string expected) => Assert.Equal(expected, Quantity.Significant(value));

    [Fact]
    public void Others()
    {
        Assert.Equal("41,943,040", Quantity.Count(41_943_040));
        Assert.Equal("lossless", Quantity.Decibels(null));
        Assert.Equal("45.41 dB", Quantity.Decibels(45.412));
        Assert.Equal("2 min 05 s", Quantity.Duration(TimeSpan.FromSeconds(125.4)));
        Assert.Equal("1.5 s", Quantity.Duration(TimeSpan.FromSeconds(1.5)));
    }
}
