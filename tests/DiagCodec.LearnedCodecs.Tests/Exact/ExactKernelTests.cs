using System.Runtime.InteropServices;
using System.Security.Cryptography;
using DiagCodec.LearnedCodecs.Exact;
using DiagCodec.LearnedCodecs.Models;
using DiagCodec.LearnedCodecs.Pictures;
using DiagCodec.LearnedCodecs.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Tests.Exact;

public sealed class ExactKernelTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(7, 16, 4)]
    [InlineData(25, 19, 9)]
    [InlineData(100, 40, 6)]
    public void A_product_is_the_plain_loop_bit_for_bit(int inputs, int outputs, int rows)
    {
        var random = new Random(inputs);
        float Next() => (float)((random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-3, 4)));
        var weights = Enumerable.Range(0, inputs * outputs).Select(_ => Next()).ToArray();
        var bias = Enumerable.Range(0, outputs).Select(_ => Next()).ToArray();
        var input = Enumerable.Range(0, rows * inputs).Select(_ => Next()).ToArray();
        var results = new float[rows * outputs];
        new ExactProduct(inputs, outputs, (k, o) => weights[(k * outputs) + o], bias).Apply(input, rows, results);
        for (var row = 0; row < rows; row++)
        {
            for (var output = 0; output < outputs; output++)
            {
                var sum = bias[output];
                for (var k = 0; k < inputs; k++)
                {
                    var product = weights[(k * outputs) + output] * input[(row * inputs) + k];
                    sum += product;
                }

                Assert.Equal(BitConverter.SingleToUInt32Bits(sum), BitConverter.SingleToUInt32Bits(results[(row * outputs) + output]));
            }
        }
    }

    [Fact]
    public void Results_are_the_same_on_every_machine()
    {
        // The hash was worked out by another program, in another language, one rounded operation after the other.
        var state = 12345u;
        float Next()
        {
            state = (state * 1664525) + 1013904223;
            return ((int)(state >> 8) - (1 << 23)) / (float)(1 << 20);
        }

        var weights = Enumerable.Range(0, 90 * 20).Select(_ => Next()).ToArray();
        var bias = Enumerable.Range(0, 20).Select(_ => Next()).ToArray();
        var input = Enumerable.Range(0, 7 * 90).Select(_ => Next()).ToArray();
        var results = new float[7 * 20];
        new ExactProduct(90, 20, (k, o) => weights[(k * 20) + o], bias).Apply(input, 7, results);
        Assert.Equal("a17590d4d43e0c2a881d63b391db84519e0a7b4fce12bc99baa41d6b5a78d9aa", Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(results.AsSpan()))));
    }

    [Theory]
    [InlineData(CodecShape.MeanScale)]
    [InlineData(CodecShape.Mvmic)]
    [InlineData(CodecShape.Cheng)]
    public void Hyper_synthesis_agrees_with_torch(string codec)
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        using var network = RandomModel.Create(codec, 24);
        var hyper = randn(1, 24, 3, 5) * 3;
        var expected = PictureTensor.Map(network.HyperSynthesis.call(hyper));
        var found = ExactHyperSynthesis.Of(network).Apply(PictureTensor.Map(hyper), 1);
        Assert.Equal((12, 20, 48), (found.Height, found.Width, found.Channels));
        Close(expected.Values, found.Values);
    }

    [Fact]
    public void The_context_agrees_with_torch_place_by_place()
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        using var network = (Cheng2020Anchor)RandomModel.Create(CodecShape.Cheng, 12);
        var (latents, fromHyper) = (randn(1, 12, 8, 12) * 2, randn(1, 24, 8, 12));
        var expected = PictureTensor.Map(network.ParameterNetwork.call(cat([fromHyper, network.Context.call(latents)], 1)));
        var context = ExactContext.Of(network);
        var found = ExactMap.Zeros(8, 12, 24);
        foreach (var places in ExactContext.Groups(8, 12))
        {
            var parameters = context.Parameters(PictureTensor.Map(fromHyper), PictureTensor.Map(latents), places);
            for (var i = 0; i < places.Length; i++)
            {
                parameters.AsSpan(24 * i, 24).CopyTo(found.At(places[i]));
            }
        }

        Close(expected.Values, found.Values);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 9)]
    [InlineData(9, 1)]
    [InlineData(4, 4)]
    [InlineData(8, 12)]
    [InlineData(32, 32)]
    public void Groups_hold_every_place_once_and_behind_all_that_it_looks_at(int height, int width)
    {
        var group = new int[height * width];
        var seen = new HashSet<int>();
        foreach (var (number, places) in ExactContext.Groups(height, width).Index())
        {
            Assert.All(places, p => Assert.True(seen.Add(p)));
            Array.ForEach(places, p => group[p] = number);
        }

        Assert.Equal(height * width, seen.Count);
        for (var place = 0; place < group.Length; place++)
        {
            for (var tap = 0; tap < 12; tap++)
            {
                var (row, column) = ((place / width) + (tap / 5) - 2, (place % width) + (tap % 5) - 2);
                if (row >= 0 && column >= 0 && column < width)
                {
                    Assert.True(group[(row * width) + column] < group[place]);
                }
            }
        }
    }

    private static void Close(float[] expected, float[] found)
    {
        Assert.Equal(expected.Length, found.Length);
        var scale = expected.Max(Math.Abs);
        Assert.True(scale > 0.1);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], found[i], 1e-4 * Math.Max(1, scale));
        }
    }
}
