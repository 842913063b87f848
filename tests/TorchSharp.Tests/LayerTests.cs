using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Tests;

public class LayerTests
{
    [Fact]
    public void A_convolution_by_hand()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.Conv2d(1, 1, 2);
        Set(layer.weight, [1, 2, 3, 4]);
        Set(layer.bias!, [0.5f]);
        var image = tensor(new float[] { 1, 0, 2, 1, 3, 1, 0, 1, 2 }, [1, 1, 3, 3]);

        // (1 0 / 1 3), (0 2 / 3 1), (1 3 / 0 1), (3 1 / 1 2) times (1 2 / 3 4), plus a half.
        Assert.Equal([16.5f, 17.5f, 11.5f, 16.5f], layer.call(image).data<float>().ToArray());
    }

    [Fact]
    public void A_transposed_convolution_by_hand()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.ConvTranspose2d(1, 1, 2, stride: 2, bias: false);
        Set(layer.weight, [1, 2, 3, 4]);
        var result = layer.call(tensor(new float[] { 1, 10 }, [1, 1, 1, 2]));
        Assert.Equal([1, 2, 10, 20, 3, 4, 30, 40], result.data<float>().ToArray());
    }

    [Fact]
    public void Same_padding_keeps_the_size_of_even_kernels_too()
    {
        using var scope = NewDisposeScope();
        using var even = nn.Conv2d(1, 1, 4, Padding.Same);
        using var mirrored = nn.Conv3d(1, 1, 3, padding: 1, padding_mode: PaddingModes.Replicate);
        Assert.Equal([1L, 1L, 5L, 6L], even.call(zeros(1, 1, 5, 6)).shape);
        Assert.Equal([1L, 1L, 3L, 4L, 5L], mirrored.call(zeros([1, 1, 3, 4, 5])).shape);
        Set(mirrored.weight, [.. Enumerable.Repeat(1f, 27)]);
        Set(mirrored.bias!, [0]);
        Assert.Equal(27f, mirrored.call(ones([1, 1, 3, 3, 3])).min().item<float>());
    }

    [Fact]
    public void Group_normalisation_by_hand()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.GroupNorm(1, 2, eps: 0);
        Set(layer.weight!, [1, 2]);
        Set(layer.bias!, [0, 1]);

        // Mean 2.5, variance 1.25.
        var unit = 1 / Math.Sqrt(1.25);
        var expected = new[] { -1.5 * unit, -0.5 * unit, (0.5 * unit * 2) + 1, (1.5 * unit * 2) + 1 };
        var actual = layer.call(tensor(new float[] { 1, 2, 3, 4 }, [1, 2, 2])).data<float>().ToArray();
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 5));
    }

    [Fact]
    public void Batch_normalisation_keeps_running_statistics_while_it_trains()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.BatchNorm2d(1, eps: 0, momentum: 0.5);
        var batch = tensor(new float[] { 1, 3, 5, 7 }, [1, 1, 2, 2]);
        layer.call(batch);

        // Mean 4; the unbiased variance is 20 / 3. Half of each, and half of the initial 0 and 1.
        Assert.Equal(2f, layer.running_mean!.item<float>());
        Assert.Equal((20f / 3 / 2) + 0.5f, layer.running_var!.item<float>(), 5);
        Assert.Equal(1L, layer.num_batches_tracked!.item<long>());
        layer.eval();
        Assert.Equal((1 - 2) / Math.Sqrt((20.0 / 3 / 2) + 0.5), layer.call(batch).data<float>()[0], 5);
        Assert.Equal(1L, layer.num_batches_tracked.item<long>());
        Assert.Throws<ArgumentException>(() => layer.call(zeros(1, 1, 2)));
    }

    [Fact]
    public void Dropout_does_nothing_outside_of_training()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.Dropout(0.5);
        var x = ones(1000);
        var kept = (layer.call(x) != 0).sum().item<long>();
        Assert.InRange(kept, 400, 600);
        Assert.Equal(2f, layer.call(x).max().item<float>());
        layer.eval();
        Assert.True(layer.call(x).equal(x));
    }

    [Fact]
    public void Pooling_padding_and_resampling_by_hand()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new float[] { 1, 2, 3, 4 }, [1, 1, 2, 2]);
        Assert.Equal([4f], Values(nn.MaxPool2d(2), x));
        Assert.Equal([2.5f], Values(nn.AvgPool2d(2), x));
        Assert.Equal([1f, 1f, 2f, 2f, 1f, 1f, 2f, 2f, 3f, 3f, 4f, 4f, 3f, 3f, 4f, 4f], Values(nn.Upsample(scale_factor: [2, 2]), x));
        Assert.Equal([0f, 1f, 2f, 0f, 3f, 4f], Values(nn.ZeroPad2d((1, 0, 0, 0)), x));
        Assert.Equal([2f, 1f, 2f, 1f], Values(nn.ReflectionPad2d((1, 1, 0, 0)), x)[..4]);
        Assert.Equal([1f, 2f, 3f, 4f], Values(nn.PixelShuffle(2), x.reshape(1, 4, 1, 1)));
        Assert.Equal([1f, 1.5f, 2f], Values(nn.Upsample([1, 3], mode: UpsampleMode.Bilinear, align_corners: true), x[.., .., ..1]));
    }

    [Fact]
    public void Default_weights_have_the_ranges_of_PyTorch()
    {
        manual_seed(3);
        using var convolution = nn.Conv2d(8, 32, 3);
        using var transposed = nn.ConvTranspose2d(16, 8, 2);
        using var linear = nn.Linear(50, 200);

        // Within 1 / sqrt(fan in), which a transposed convolution counts over its output channels.
        Uniform(convolution.weight, 1 / Math.Sqrt(8 * 9));
        Uniform(transposed.weight, 1 / Math.Sqrt(8 * 4));
        Uniform(linear.weight, 1 / Math.Sqrt(50));
        Uniform(linear.bias!, 1 / Math.Sqrt(50));
    }

    [Fact]
    public void Initialisers_have_their_variances()
    {
        using var scope = NewDisposeScope();
        manual_seed(4);
        var weight = empty(200, 100);
        Assert.Equal(Math.Sqrt(2.0 / 100), nn.init.kaiming_normal_(weight).std().item<float>(), 2);
        Assert.Equal(Math.Sqrt(2.0 / 300), nn.init.xavier_normal_(weight).std().item<float>(), 2);
        Assert.Equal(Math.Sqrt(2.0 / 300), nn.init.xavier_uniform_(weight).std().item<float>(), 2);
        Assert.Equal(Math.Sqrt(2.0 / 200), nn.init.kaiming_uniform_(weight, mode: nn.init.FanInOut.FanOut).std().item<float>(), 2);
        Assert.Equal(1f, nn.init.ones_(weight).min().item<float>());
        Assert.Throws<ArgumentException>(() => nn.init.xavier_normal_(empty(3)));
    }

    private static void Uniform(Parameter weight, double bound)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        Assert.InRange(weight.abs().max().item<float>(), bound * 0.95, bound);
        Assert.Equal(bound / Math.Sqrt(3), weight.std().item<float>(), bound * 0.1);
    }

    private static float[] Values(nn.Module<Tensor, Tensor> layer, Tensor x)
    {
        using (layer)
        {
            return layer.call(x).data<float>().ToArray();
        }
    }

    private static void Set(Parameter parameter, float[] values)
    {
        using var _ = no_grad();
        parameter.copy_(tensor(values, parameter.shape));
    }
}
