using DiagCodec.Metrics.Bootstrap;

namespace DiagCodec.Metrics.Tests.Bootstrap;

public sealed class SplitMix64Tests
{
    /// <summary>The first numbers of seed 1234567, as the authors' C program gives them.</summary>
    [Fact]
    public void The_published_sequence()
    {
        var random = new SplitMix64(1234567);
        Assert.Equal(
            [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821],
            Enumerable.Range(0, 5).Select(_ => random.Next()).ToArray());
    }

    [Fact]
    public void Every_number_below_the_count_is_drawn_about_as_often()
    {
        var random = new SplitMix64(1);
        var drawn = new int[7];
        for (var i = 0; i < 70000; i++)
        {
            drawn[random.Below(drawn.Length)]++;
        }

        // Six degrees of freedom: above 22.5 once in a thousand seeds.
        Assert.True(drawn.Sum(n => (n - 10000.0) * (n - 10000) / 10000) < 22.5);
    }

    [Fact]
    public void Below_one_there_is_only_zero()
    {
        var random = new SplitMix64(1);
        Assert.Equal(0, random.Below(1));
    }
}
