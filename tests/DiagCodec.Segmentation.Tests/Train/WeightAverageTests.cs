using DiagCodec.Segmentation.Tests.Support;
using DiagCodec.Segmentation.Train;

namespace DiagCodec.Segmentation.Tests.Train;

public class WeightAverageTests
{
    /// <summary>Kept of the old mean: min(0.98, (step + 1) / (step + 10)).</summary>
    [Theory]
    [InlineData(0, 0.98, 0.1)]
    [InlineData(1, 0.98, 2.0 / 11)]
    [InlineData(89, 0.98, 90.0 / 99)]
    [InlineData(440, 0.98, 0.98)]
    [InlineData(100_000, 0.98, 0.98)]
    [InlineData(100_000, 0, 0)]
    [InlineData(0, 0.05, 0.05)]
    public void The_memory_grows_to_its_limit(int step, double memory, double kept)
    {
        using var average = Weights.Create(Discs.Task, 1);
        using var current = Weights.Create(Discs.Task, 2);
        var (before, target) = (Weights.Of(average), Weights.Of(current));
        WeightAverage.Update(average, current, memory, step);
        var after = Weights.Of(average);
        Assert.All(Enumerable.Range(0, after.Length), i => Assert.Equal((kept * before[i]) + ((1 - kept) * target[i]), after[i], 1e-6));
        Assert.Equal(target, Weights.Of(current));
    }

    [Fact]
    public void A_copy_is_exact_and_its_own()
    {
        using var to = Weights.Create(Discs.Task, 1);
        using var from = Weights.Create(Discs.Task, 2);
        WeightAverage.Copy(to, from);
        Assert.Equal(Weights.Of(from), Weights.Of(to));
        using var other = Weights.Create(Discs.Task, 3);
        WeightAverage.Update(from, other, 0, 0);
        Assert.NotEqual(Weights.Of(from), Weights.Of(to));
    }
}
