using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Tests;

public class TensorTests
{
    [Fact]
    public void Shapes_that_do_not_fit_give_the_words_of_libtorch()
    {
        using var scope = NewDisposeScope();
        var fault = Assert.Throws<ExternalException>(() => zeros(2, 3).matmul(zeros(2, 3)));
        Assert.Equal("mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)", fault.Message);
        Assert.Throws<ExternalException>(() => zeros(2).copy_(zeros(3)));
        Assert.Throws<ExternalException>(() => zeros(2).backward());
        Assert.Throws<ExternalException>(() => nn.functional.cross_entropy(zeros(1, 2, 2), tensor(new long[] { 9, 0 }, [1, 2])));
    }

    [Fact]
    public void An_element_of_another_type_is_refused()
    {
        using var tensor = torch.tensor(1.5f);
        Assert.Equal(1.5f, tensor.item<float>());
        Assert.Throws<ArgumentException>(() => tensor.item<double>());
        Assert.Throws<ArgumentException>(() => tensor.data<int>());
        using var two = zeros(2);
        Assert.Throws<ArgumentException>(() => two.item<float>());
        Assert.Equal(1.5, tensor.ToDouble());
    }

    [Fact]
    public void Data_is_read_in_row_major_order_whatever_the_strides()
    {
        using var scope = NewDisposeScope();
        var turned = tensor(new[,] { { 1, 2, 3 }, { 4, 5, 6 } }).t();
        Assert.False(turned.is_contiguous());
        Assert.Equal([1, 4, 2, 5, 3, 6], turned.data<int>().ToArray());
        Assert.Equal([1, 4, 2, 5, 3, 6], turned.data<int>());
        Assert.Equal(5, turned.data<int>()[1, 1]);
        turned.data<int>().CopyFrom([10, 20], tensorIndex: 2);
        Assert.Equal([1, 4, 10, 20, 3, 6], turned.data<int>().ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => turned.data<int>()[3, 0]);
        Assert.Throws<InvalidOperationException>(() => turned.bytes.Length);
        var part = new int[3];
        turned.contiguous().data<int>().CopyTo(part.AsSpan(), tensorIndex: 4);
        Assert.Equal([3, 6, 0], part);
    }

    [Fact]
    public void Every_type_of_element_goes_in_and_comes_out()
    {
        using var scope = NewDisposeScope();
        Assert.Equal([1f, 2f], tensor(new[] { 1f, 2f }).data<float>().ToArray());
        Assert.Equal([1d, 2d], tensor(new[] { 1d, 2d }).data<double>().ToArray());
        Assert.Equal([1L, -2L], tensor(new[] { 1L, -2L }).data<long>().ToArray());
        Assert.Equal([(short)1, (short)-2], tensor(new short[] { 1, -2 }).data<short>().ToArray());
        Assert.Equal([(sbyte)1, (sbyte)-2], tensor(new sbyte[] { 1, -2 }).data<sbyte>().ToArray());
        Assert.Equal([(byte)1, (byte)255], tensor(new byte[] { 1, 255 }).data<byte>().ToArray());
        Assert.Equal([true, false], tensor(new[] { true, false }).data<bool>().ToArray());
        Assert.Equal(float64, tensor(new[] { 1f }, dtype: float64).dtype);
        Assert.Equal([2L, 2L], tensor(new[] { 1f, 2f, 3f, 4f }, [2, 2]).shape);
        Assert.Throws<ExternalException>(() => tensor(new[] { 1f, 2f, 3f }, [2, 2]));
        Assert.Equal(0, tensor(Array.Empty<float>()).numel());
    }

    [Fact]
    public void Indices_choose_as_in_PyTorch()
    {
        using var scope = NewDisposeScope();
        var x = arange(24).reshape(2, 3, 4);
        Assert.Equal([2L, 3L], x[.., .., 1].shape);
        Assert.Equal([9L, 21L], x[.., 2, 1].data<long>().ToArray());
        Assert.Equal([3L, 7L, 11L], x[0, TensorIndex.Ellipsis, ^1].data<long>().ToArray());
        Assert.Equal([0L, 2L], x[0, 0, TensorIndex.Slice(step: 2)].data<long>().ToArray());
        Assert.Equal([1L, 2L], x[0, 0, 1..^1].data<long>().ToArray());
        Assert.Equal([1L, 2L, 3L, 4L], x[TensorIndex.None].shape);
        Assert.Equal(12, x[x > 11].numel());
        x[1, .., 0] = tensor(-1L);
        Assert.Equal([-1L, -1L, -1L], x[1, .., 0].data<long>().ToArray());
        Assert.Throws<ExternalException>(() => x[2]);
    }

    [Fact]
    public void Numbers_and_tensors_mix_in_arithmetic()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[] { 1f, 2f, 4f });
        Assert.Equal([9f, 8f, 6f], (10 - x).data<float>().ToArray());
        Assert.Equal([8f, 4f, 2f], (8 / x).data<float>().ToArray());
        Assert.Equal([-2f, -4f, -8f], (-(x * 2)).data<float>().ToArray());
        Assert.Equal([true, true, false], (3 > x).data<bool>().ToArray());
        Assert.Equal(float32, (tensor(new[] { 1L }) / 2).dtype);
        Assert.Equal(int64, (tensor(new[] { 1L }) * 2).dtype);
        Assert.Same(x, x.add_(1));
    }

    [Fact]
    public void Random_numbers_start_again_from_a_seed_or_a_state()
    {
        using var scope = NewDisposeScope();
        manual_seed(5);
        var first = randn(100);
        var state = random.get_rng_state();
        var second = randn(100);
        random.set_rng_state(state);
        Assert.True(second.equal(randn(100)));
        manual_seed(5);
        Assert.True(first.equal(randn(100)));
        using var own = new Generator(9);
        var mine = rand(10, generator: own);
        Assert.True(mine.equal(rand(10, generator: own.manual_seed(9))));
    }

    [Fact]
    public void Nothing_is_remembered_without_gradients()
    {
        using var scope = NewDisposeScope();
        var x = ones(2, requires_grad: true);
        using (no_grad())
        {
            Assert.False((x * 2).requires_grad);
            using (enable_grad())
            {
                Assert.True((x * 2).requires_grad);
            }
        }

        using (inference_mode())
        {
            Assert.False((x * 2).requires_grad);
        }

        Assert.True((x * 2).requires_grad);
        var slope = autograd.grad([(x * x).sum()], [x])[0];
        Assert.Equal([2f, 2f], slope.data<float>().ToArray());
        Assert.Null(x.grad);
    }

    [Fact]
    public void Parts_of_a_tensor()
    {
        using var scope = NewDisposeScope();
        var x = arange(7);
        Assert.Equal([3L, 3L, 1L], x.split(3).Select(p => p.numel()));
        Assert.Equal([3L, 3L, 1L], x.chunk(3).Select(p => p.numel()));
        Assert.Equal([2L, 5L], x.split([2, 5]).Select(p => p.numel()));
        Assert.Equal([0L, 1L], x[..2].unbind().Select(p => p.item<long>()));
        Assert.Equal([6L, 5L], x.topk(2).values.data<long>().ToArray());
        var (values, indices) = x.max(0);
        Assert.Equal((6L, 6L), (values.item<long>(), indices.item<long>()));
    }

    [Fact]
    public void Threads_can_be_set()
    {
        var before = get_num_threads();
        set_num_threads(2);
        Assert.Equal(2, get_num_threads());
        set_num_threads(before);
        Assert.Throws<ExternalException>(() => set_num_threads(0));
    }

    [Fact]
    public void Devices_are_read_from_their_names()
    {
        Assert.Equal(new Device(DeviceType.CUDA, 1), device("cuda:1"));
        Assert.Equal(CPU, device("cpu"));
        Assert.Equal("cuda:1", device("cuda:1").ToString());
        Assert.Throws<ArgumentException>(() => device("tpu"));
        Assert.Throws<ArgumentException>(() => device("cuda:x"));
    }
}
