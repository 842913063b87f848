using DiagCodec.Segmentation.Train.Sampling;

namespace DiagCodec.Segmentation.Tests.Train.Sampling;

public class IntensityChangeTests
{
    [Fact]
    public void Contrast_comes_before_brightness_and_does_not_clip()
    {
        float[] patch = [0, 0.5f, 1];
        new IntensityChange(1.2, -0.1, 1, 0).Apply(patch, new Random(1));
        Assert.Equal([-0.1f, 0.5f, 1.1f], patch.Select(v => MathF.Round(v, 5)));
    }

    [Fact]
    public void Gamma_clips_and_bends()
    {
        float[] patch = [0, 0.5f, 0.75f, 1];
        new IntensityChange(1, 0.25, 2, 0).Apply(patch, new Random(1));
        Assert.Equal([0.0625f, 0.5625f, 1, 1], patch.Select(v => MathF.Round(v, 5)));
    }

    [Theory]
    [InlineData(100_000)]
    [InlineData(99_999)]
    public void Noise_is_Gaussian_and_white(int pixels)
    {
        var patch = new float[pixels];
        new IntensityChange(1, 0, 1, 0.05).Apply(patch, new Random(4));
        var mean = patch.Average(v => (double)v);
        var deviation = Math.Sqrt(patch.Average(v => (v - mean) * (v - mean)));
        var neighbours = patch.Zip(patch.Skip(1)).Average(p => (double)p.First * p.Second) / (0.05 * 0.05);

        // Five standard errors: 0.05 / sqrt(n), 0.05 / sqrt(2 n), 1 / sqrt(n).
        Assert.InRange(mean, -0.0008, 0.0008);
        Assert.InRange(deviation, 0.0494, 0.0506);
        Assert.InRange(neighbours, -0.016, 0.016);
        Assert.InRange(patch.Count(v => Math.Abs(v) < 0.05) / (double)pixels, 0.675, 0.691);
        Assert.NotEqual(0, patch[^1]);
    }

    [Fact]
    public void What_is_drawn_stays_within_the_options()
    {
        var random = new Random(5);
        var drawn = Enumerable.Range(0, 4000).Select(_ => IntensityChange.Draw(new AugmentationOptions(), random)).ToList();
        Assert.All(drawn, c => Assert.True(c is { Contrast: >= 0.8 and <= 1.2, Brightness: >= -0.1 and <= 0.1, Gamma: >= 0.7 and <= 1.5, Noise: >= 0 and <= 0.06 }, $"{c}"));
        Assert.InRange(drawn.Count(c => c.Gamma != 1), 1200 - 145, 1200 + 145);
        Assert.InRange(drawn.Count(c => c.Noise > 0), 1200 - 145, 1200 + 145);
        Assert.InRange(drawn.Average(c => c.Contrast), 0.99, 1.01);
    }

    [Fact]
    public void Without_augmentation_nothing_changes()
    {
        var change = IntensityChange.Draw(AugmentationOptions.None, new Random(1));
        Assert.Equal(new IntensityChange(1, 0, 1, 0), change);
        float[] patch = [-0.5f, 0.1f, 2];
        change.Apply(patch, new Random(1));
        Assert.Equal([-0.5f, 0.1f, 2], patch);
    }
}
