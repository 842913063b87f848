using DiagCodec.Metrics.Bjontegaard;

namespace DiagCodec.Metrics.Tests.Bjontegaard;

/// <summary>Values of other implementations: scipy's interpolators, numpy's polyfit, and JCT-VC documents.</summary>
public sealed class BjontegaardGoldenTests
{
    private static readonly RateCurve Four = Curve("anchor", [9487.76, 4593.60, 2486.44, 1358.24], [40.037, 38.615, 36.845, 34.851]);
    private static readonly RateCurve FourTest = Curve("test", [9787.80, 4469.00, 2451.52, 1356.24], [40.121, 38.651, 36.970, 34.987]);

    private static readonly RateCurve Seven =
        Curve("anchor", [0.05, 0.08, 0.13, 0.2, 0.31, 0.5, 0.9], [0.70, 0.752, 0.79, 0.786, 0.81, 0.83, 0.835]);

    private static readonly RateCurve SixTest = Curve("test", [0.04, 0.07, 0.12, 0.22, 0.4, 0.7], [0.71, 0.745, 0.803, 0.808, 0.831, 0.829]);

    [Theory]
    [InlineData(CurveShape.Pchip, -4.4174853505888905, 0.11969278542479)]
    [InlineData(CurveShape.Akima, -4.425245156997493, 0.11940927028529)]
    [InlineData(CurveShape.Cubic, -4.420462706168737, 0.12040941911471)]
    public void Four_points(CurveShape shape, double rate, double quality)
    {
        var found = BjontegaardDelta.OfRate(Four, FourTest, shape);
        Assert.Equal(rate, found.Value, 1e-9);
        Assert.Equal(0.95825, found.Overlap, 5e-6);
        Assert.True(found is { IsMonotone: true, IsOverlapSmall: false });
        Assert.Equal(quality, BjontegaardDelta.OfQuality(Four, FourTest, shape).Value, 1e-9);
    }

    [Theory]
    [InlineData(CurveShape.Pchip, -18.522976481172, 0.01120845831815)]
    [InlineData(CurveShape.Akima, -16.958764481439, 0.01138951341607)]
    [InlineData(CurveShape.Cubic, -23.126814392694, 0.01302174369509)]
    public void More_points_that_are_not_monotone(CurveShape shape, double rate, double quality)
    {
        var (found, foundQuality) = (BjontegaardDelta.OfRate(Seven, SixTest, shape), BjontegaardDelta.OfQuality(Seven, SixTest, shape));
        Assert.Equal(rate, found.Value, 1e-9);
        Assert.Equal(0.8962962963, found.Overlap, 1e-9);
        Assert.Equal(quality, foundQuality.Value, 1e-9);
        Assert.Equal(0.8476134104, foundQuality.Overlap, 1e-9);
        Assert.True(found is { IsAnchorMonotone: false, IsTestMonotone: false, IsMonotone: false });
    }

    [Theory]
    [InlineData(
        new[] { 108048.8736, 61279.976, 33905.6656, 18883.6928 }, new[] { 43.6471, 40.3953, 37.247, 34.2911 },
        new[] { 108061.2784, 61299.9936, 33928.7472, 18910.912 }, new[] { 43.6768, 40.4232, 37.2761, 34.3147 },
        -0.465215420752807)]
    [InlineData(
        new[] { 40433.8848, 7622.7456, 2394.488, 1017.6184 }, new[] { 37.5761, 35.3756, 33.8977, 32.0603 },
        new[] { 40370.12, 7587.0024, 2390.0944, 1017.0984 }, new[] { 37.5982, 35.4025, 33.9194, 32.0822 },
        -1.877982345056)]
    public void Jctvc_e137(double[] rates, double[] qualities, double[] testRates, double[] testQualities, double expected) =>
        Assert.Equal(expected, BjontegaardDelta.OfRate(Curve("anchor", rates, qualities), Curve("test", testRates, testQualities)).Value, 1e-9);

    /// <summary>Points as published for ChestX-Det detection and CVC-ColonDB segmentation (Yao et al. 2026, tables 1 to 3).</summary>
    [Theory]
    [InlineData("mbt map", "stage 1 map", -24.6)]
    [InlineData("mbt map", "stage 2 map", -32.2)]
    [InlineData("cheng map", "stage 1 map", -13.5)]
    [InlineData("cheng map", "stage 2 map", -21.1)]
    [InlineData("cheng miou", "stage 1 miou", -42.4)]
    [InlineData("bpg miou", "mbt miou", -29.5)]
    [InlineData("mbt miou", "cheng miou", -29.0)]
    public void Published_curves_of_a_learned_codec(string anchor, string test, double expected) =>
        Assert.Equal(expected, BjontegaardDelta.OfRate(Published(anchor), Published(test)).Value, 0.05);

    [Fact]
    public void Published_curves_that_do_not_meet_are_refused()
    {
        var e = Assert.Throws<ArgumentException>(() => BjontegaardDelta.OfRate(Published("cheng miou"), Published("stage 2 miou")));
        Assert.Equal("no overlap: cheng miou has qualities 0.6971 to 0.8192, stage 2 miou has qualities 0.8226 to 0.8645", e.Message);
        Assert.True(BjontegaardDelta.OfRate(Published("cheng miou"), Published("stage 1 miou")).IsOverlapSmall);
    }

    private static RateCurve Published(string name) => name switch
    {
        "bpg miou" => Curve(name, [0.090, 0.100, 0.114, 0.132], [0.4987, 0.5591, 0.6183, 0.6683]),
        "mbt miou" => Curve(name, [0.080, 0.094, 0.111, 0.130], [0.6135, 0.6745, 0.7220, 0.7548]),
        "cheng miou" => Curve(name, [0.068, 0.089, 0.112, 0.137], [0.6971, 0.7435, 0.7898, 0.8192]),
        "stage 1 miou" => Curve(name, [0.065, 0.083, 0.105, 0.131], [0.7804, 0.8252, 0.8326, 0.8337]),
        "stage 2 miou" => Curve(name, [0.065, 0.083, 0.105, 0.131], [0.8226, 0.8317, 0.8490, 0.8645]),
        "mbt map" => Curve(name, [0.041, 0.054, 0.072, 0.097], [0.0484, 0.0699, 0.0864, 0.0967]),
        "cheng map" => Curve(name, [0.043, 0.061, 0.079, 0.093], [0.0649, 0.0840, 0.0967, 0.1062]),
        "stage 1 map" => Curve(name, [0.047, 0.060, 0.074, 0.089], [0.0797, 0.0899, 0.1010, 0.1154]),
        _ => Curve(name, [0.047, 0.060, 0.074, 0.089], [0.0838, 0.0949, 0.1056, 0.1201]),
    };

    private static RateCurve Curve(string name, double[] rates, double[] qualities) =>
        new(name, rates.Zip(qualities, (r, q) => new RatePoint(r, q)));
}
