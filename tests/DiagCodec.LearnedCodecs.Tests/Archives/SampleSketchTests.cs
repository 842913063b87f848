using DiagCodec.Coding.Archive;

namespace DiagCodec.LearnedCodecs.Tests.Archives;

public sealed class SampleSketchTests
{
    [Theory]
    [InlineData(1, 0.5)]
    [InlineData(2, 0.5)]
    [InlineData(2, 40)]
    public void The_error_between_two_series_is_told_within_a_third(int bytesPerSample, double rms)
    {
        var random = new Random(3);
        var (a, b) = (new SampleSketch(), new SampleSketch());
        var squares = 0.0;
        for (var frame = 0; frame < 3; frame++)
        {
            var (left, right) = (new byte[20_000 * bytesPerSample], new byte[20_000 * bytesPerSample]);
            for (var i = 0; i < 20_000; i++)
            {
                var sample = random.Next(80, 150);
                var error = (int)Math.Round((random.NextDouble() - 0.5) * Math.Sqrt(12) * rms);
                squares += error * error;
                Put(left, i, sample);
                Put(right, i, sample + error);
            }

            a.Add(left, bytesPerSample);
            b.Add(right, bytesPerSample);
        }

        var told = a.Difference(b.Finish());
        Assert.InRange(told / Math.Sqrt(squares / 60_000), 0.67, 1.33);
        Assert.Equal(0, a.Difference(a.Finish()));

        void Put(byte[] target, int place, int value)
        {
            target[place * bytesPerSample] = (byte)value;
            if (bytesPerSample == 2)
            {
                target[(place * 2) + 1] = (byte)(value >> 8);
            }
        }
    }

    [Fact]
    public void Sums_are_of_samples_with_either_sign()
    {
        var sketch = new SampleSketch();
        sketch.Add([7], 1);
        Assert.Equal(SampleSketch.Sums, sketch.Finish().Length);
        Assert.All(sketch.Finish(), s => Assert.True(s is 7 or -7));
        Assert.Equal(2, sketch.Finish().Distinct().Count());
    }
}
