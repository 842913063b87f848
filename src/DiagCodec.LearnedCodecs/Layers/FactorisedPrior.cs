using System.Collections.Immutable;
using DiagCodec.LearnedCodecs.Entropy;
using DiagCodec.LearnedCodecs.Quantise;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Layers;

/// <summary>
/// A learnt distribution for every channel, the same at every place (Balle et al. 2018, appendix 6.1; CompressAI's EntropyBottleneck with filters 3, 3, 3,
/// 3): 61 parameters a channel. Its names are _matrix0 to 4, _bias0 to 4, _factor0 to 3 and quantiles, as in CompressAI's files.
/// </summary>
public sealed class FactorisedPrior : nn.Module
{
    /// <summary>Of every distribution, the two tails that the quantiles cut off.</summary>
    public const double TailMass = 1e-9;

    private const int Layers = 5;
    private const double FirstScale = 10;

    /// <summary>A likelihood below this counts as this.</summary>
    private const double SmallestLikelihood = 1e-9;

    private static readonly int[] Filters = [1, 3, 3, 3, 3, 1];

    private readonly int _channels;
    private readonly Parameter[] _matrices = new Parameter[Layers];
    private readonly Parameter[] _biases = new Parameter[Layers];
    private readonly Parameter[] _factors = new Parameter[Layers - 1];
    private readonly Parameter quantiles;

    /// <param name="channels">1 or more.</param>
    public FactorisedPrior(int channels)
        : base(nameof(FactorisedPrior))
    {
        using var scope = NewDisposeScope();
        _channels = channels;
        var scale = Math.Pow(FirstScale, 1.0 / Layers);
        for (var i = 0; i < Layers; i++)
        {
            var start = Math.Log(Math.Exp(1 / scale / Filters[i + 1]) - 1);
            _matrices[i] = new Parameter(full([channels, Filters[i + 1], Filters[i]], start, ScalarType.Float32));
            _biases[i] = new Parameter(rand(channels, Filters[i + 1], 1) - 0.5);
            register_parameter($"_matrix{i}", _matrices[i]);
            register_parameter($"_bias{i}", _biases[i]);
            if (i < Layers - 1)
            {
                _factors[i] = new Parameter(zeros(channels, Filters[i + 1], 1));
                register_parameter($"_factor{i}", _factors[i]);
            }
        }

        quantiles = new Parameter(tensor(new[] { -(float)FirstScale, 0f, (float)FirstScale }).repeat(channels, 1, 1));
        RegisterComponents();
    }

    /// <summary>The places of the tails and the median; learnt by an optimiser of their own.</summary>
    public Parameter Quantiles => quantiles;

    /// <summary>About what values are rounded, (1, channels, 1, 1).</summary>
    public Tensor Medians()
    {
        using var scope = NewDisposeScope();
        return quantiles.narrow(2, 1, 1).reshape(1, _channels, 1, 1).detach().MoveToOuterDisposeScope();
    }

    /// <summary>Bits of all values together.</summary>
    /// <param name="values">(batch, channels, height, width), with noise or rounded.</param>
    public Tensor Bits(Tensor values)
    {
        using var scope = NewDisposeScope();
        var flat = values.permute(1, 0, 2, 3).reshape(_channels, 1, -1);
        var (lower, upper) = (Logits(flat - 0.5), Logits(flat + 0.5));

        // Where both are near 1, their difference is taken on the other side. A sign of 0 would make the likelihood of the very middle 0.
        var side = ((lower + upper).gt(0).to(ScalarType.Float32) * -2) + 1;
        var likelihood = ((upper * side).sigmoid() - (lower * side).sigmoid()).abs();
        return Likelihoods.Bits(likelihood, SmallestLikelihood).MoveToOuterDisposeScope();
    }

    /// <summary>The values as the decoder has them: with noise to learn by, or rounded about the medians.</summary>
    public Tensor Quantised(Tensor values, bool noisy, Generator? generator)
    {
        using var scope = NewDisposeScope();
        return (noisy ? Quantisation.Noisy(values, generator) : Quantisation.RoundedStraightThrough(values, Medians())).MoveToOuterDisposeScope();
    }

    /// <summary>What the quantiles learn by: how far the distribution at them is from the tails and the middle. Nothing else learns by it.</summary>
    public Tensor QuantileLoss()
    {
        using var scope = NewDisposeScope();
        var tail = Math.Log((2 / TailMass) - 1);
        var target = tensor(new[] { -(float)tail, 0f, (float)tail }, device: quantiles.device);
        return (Logits(quantiles, learns: false) - target).abs().sum().MoveToOuterDisposeScope();
    }

    /// <summary>Puts the quantiles where the distribution has them, without a learning rate: to be called before a model is stored.</summary>
    public void SettleQuantiles()
    {
        var tail = Math.Log((2 / TailMass) - 1);
        var found = Densities().SelectMany(d => new[] { Find(d, -tail), Find(d, 0), Find(d, tail) }).ToArray();
        using var scope = NewDisposeScope();
        using var still = no_grad();
        quantiles.copy_(tensor(found, [_channels, 1, 3]));
    }

    /// <summary>The distributions for exact tables.</summary>
    public ImmutableArray<FactorisedDensity> Densities()
    {
        using var scope = NewDisposeScope();
        var matrices = Array.ConvertAll(_matrices, Numbers);
        var biases = Array.ConvertAll(_biases, Numbers);
        var factors = Array.ConvertAll(_factors, Numbers);
        var places = Numbers(quantiles);
        return
        [
            .. Enumerable.Range(0, _channels).Select(c => new FactorisedDensity(
                [.. matrices.Select(m => Part(m, c))],
                [.. biases.Select(b => Part(b, c))],
                [.. factors.Select(f => Part(f, c))],
                places[3 * c],
                places[(3 * c) + 1],
                places[(3 * c) + 2])),
        ];
    }

    private static float[] Numbers(Parameter parameter) => parameter.detach().cpu().contiguous().data<float>().ToArray();

    private static float Find(FactorisedDensity density, double logit)
    {
        const double Farthest = 1 << 14;
        var (low, high) = (-Farthest, Farthest);
        for (var round = 0; round < 60; round++)
        {
            var middle = (low + high) / 2;
            (low, high) = density.Logit(middle) < logit ? (middle, high) : (low, middle);
        }

        return (float)((low + high) / 2);
    }

    private ImmutableArray<float> Part(float[] all, int channel)
    {
        var size = all.Length / _channels;
        return [.. all.AsSpan(channel * size, size)];
    }

    private Tensor Logits(Tensor values, bool learns = true)
    {
        using var scope = NewDisposeScope();
        var logits = values;
        for (var i = 0; i < Layers; i++)
        {
            logits = Own(_matrices[i], learns).softplus().matmul(logits) + Own(_biases[i], learns);
            if (i < Layers - 1)
            {
                logits += Own(_factors[i], learns).tanh() * logits.tanh();
            }
        }

        return logits.MoveToOuterDisposeScope();
    }

    private static Tensor Own(Parameter parameter, bool learns) => learns ? parameter.alias() : parameter.detach();
}
