using DiagCodec.LearnedCodecs.Quantise;
using TorchSharp;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Tests.Quantise;

public sealed class QuantisationTests
{
    [Fact]
    public void Noise_is_uniform_and_the_seeds()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(5);
        var values = full([20_000], 7.0f);
        var noisy = Quantisation.Noisy(values, generator).data<float>().ToArray();
        Assert.InRange(noisy.Min(), 6.5f, 6.501f);
        Assert.InRange(noisy.Max(), 7.499f, 7.5f);
        Assert.InRange(noisy.Average(), 6.99, 7.01);
        using var again = new Generator(5);
        Assert.Equal(noisy, Quantisation.Noisy(values, again).data<float>().ToArray());
    }

    [Fact]
    public void Rounding_is_about_the_mean()
    {
        using var scope = NewDisposeScope();
        var values = tensor(new[] { 1.4f, 1.6f, -0.2f, 2.5f });
        var means = tensor(new[] { 0.25f, 0.25f, 0.25f, 0f });
        Assert.Equal([1f, 1f, 0f, 2f], Quantisation.Symbols(values, means).data<float>().ToArray());
        Assert.Equal([1.25f, 1.25f, 0.25f, 2f], Quantisation.Rounded(values, means).data<float>().ToArray());
    }

    [Fact]
    public void Straight_through_rounds_and_keeps_the_slope()
    {
        using var scope = NewDisposeScope();
        var values = tensor(new[] { 1.4f, -0.2f }, requires_grad: true);
        var rounded = Quantisation.RoundedStraightThrough(values, zeros(2));
        Assert.Equal([1f, 0f], rounded.data<float>().ToArray());
        (rounded * tensor(new[] { 3f, 5f })).sum().backward();
        Assert.Equal([3f, 5f], values.grad!.data<float>().ToArray());
    }
}
