using DiagCodec.Imaging.Faults;
using DiagCodec.LearnedCodecs.Entropy;
using DiagCodec.LearnedCodecs.Orchestrated.Code;
using TorchSharp;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Tests.Orchestrated;

public sealed class CodeTests
{
    [Fact]
    public void Bits_are_set_with_the_chance_that_tanh_says()
    {
        using var scope = NewDisposeScope();
        var random = new Random(1);
        var noise = Enumerable.Range(0, 20_000).Select(_ => random.NextSingle()).ToArray();
        var input = full(20_000, 0.5f);
        var bits = StochasticBinariser.Train(input, noise).data<float>().ToArray();
        Assert.All(bits, b => Assert.True(Math.Abs(b) == 1));
        // (1 + tanh 0.5) / 2 = 0.731; four deviations are 0.0125.
        Assert.InRange(bits.Count(b => b > 0) / 20_000.0, 0.731 - 0.0125, 0.731 + 0.0125);
    }

    [Fact]
    public void The_gradient_goes_through_as_if_the_bit_were_tanh()
    {
        using var scope = NewDisposeScope();
        var input = tensor(new[] { -1f, 0f, 2f }).requires_grad_();
        StochasticBinariser.Train(input, [0.9f, 0.1f, 0.5f]).sum().backward();
        Assert.All(input.grad!.data<float>().ToArray().Zip([-1.0, 0, 2]), g => Assert.Equal(1 - Math.Pow(Math.Tanh(g.Second), 2), g.First, 5));
    }

    [Fact]
    public void In_use_a_bit_is_the_sign() =>
        Assert.Equal([-1f, 1f, 1f], StochasticBinariser.Use(tensor(new[] { -0.1f, 0f, 3f })).data<float>().ToArray());

    [Fact]
    public void Estimated_bits_by_hand()
    {
        // Even odds: 1 bit each. Odds of 3 to 1: log2(4/3) for set bits, 2 for others.
        using var model = Model(0, MathF.Log(3));
        var code = tensor(new[] { 1f, -1f, 1f, -1f }, [1, 2, 1, 2]);
        Assert.Equal(2 + Math.Log2(4 / 3.0) + 2, model.call(code).item<float>(), 4);
        Assert.Equal<uint>([32768, 49152], model.Probabilities());
    }

    [Fact]
    public void Cheaper_bits_are_where_the_gradient_points()
    {
        using var scope = NewDisposeScope();
        using var model = Model(2);
        var code = tensor(new[] { -1f }, [1, 1, 1, 1]).requires_grad_();
        model.call(code).backward();
        Assert.True(code.grad!.item<float>() < 0);
    }

    [Fact]
    public void Real_bytes_are_within_a_hundredth_of_the_estimate()
    {
        using var scope = NewDisposeScope();
        float[] logits = [.. Enumerable.Range(0, 32).Select(i => (i - 16) / 3f)];
        using var model = Model(logits);
        var random = new Random(3);
        var code = new float[32 * 64 * 64];
        for (var i = 0; i < code.Length; i++)
        {
            code[i] = random.NextDouble() < SteadyMath.Sigmoid(logits[i / 4096]) ? 1 : -1;
        }

        var estimate = model.call(tensor(code, [1, 32, 64, 64])).item<float>() / 8;
        var bytes = Encode(code, model);
        Assert.InRange(bytes.Length, estimate * 0.99, estimate * 1.01);
        Assert.Equal(code, Decode(bytes, code.Length, model));
    }

    [Fact]
    public void Any_code_comes_back_also_where_the_model_is_sure_of_the_opposite()
    {
        using var model = Model(100, -100, 0);
        for (var seed = 0; seed < 100; seed++)
        {
            var random = new Random(seed);
            var code = Enumerable.Range(0, 3 * random.Next(1, 40)).Select(_ => random.Next(2) == 0 ? 1f : -1f).ToArray();
            Assert.Equal(code, Decode(Encode(code, model), code.Length, model));
        }
    }

    [Fact]
    public void A_short_stream_is_told()
    {
        using var model = Model(0);
        var bytes = Encode(Enumerable.Repeat(1f, 800).ToArray(), model);
        Assert.Throws<InvalidInputException>(() => Decode(bytes[..(bytes.Length / 2)], 800, model));
    }

    private static BernoulliModel Model(params float[] logits)
    {
        var model = new BernoulliModel(logits.Length);
        using var fixedGraph = no_grad();
        model.parameters().Single().copy_(tensor(logits));
        return model;
    }

    private static byte[] Encode(float[] code, BernoulliModel model)
    {
        var encoder = new RangeEncoder();
        CodeCoder.Encode(code, model.Probabilities(), encoder);
        return encoder.Finish();
    }

    private static float[] Decode(byte[] bytes, int length, BernoulliModel model)
    {
        var code = new float[length];
        var decoder = new RangeDecoder(bytes);
        CodeCoder.Decode(code, model.Probabilities(), ref decoder);
        decoder.Finish();
        return code;
    }
}
