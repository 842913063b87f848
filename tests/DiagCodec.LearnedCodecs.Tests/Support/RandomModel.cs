using DiagCodec.LearnedCodecs.Entropy;
using DiagCodec.LearnedCodecs.Exact;
using DiagCodec.LearnedCodecs.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Tests.Support;

/// <summary>Networks that nobody trained, whose standard deviations and means nevertheless differ from place to place.</summary>
internal static class RandomModel
{
    public static HyperpriorCodec Create(string codec, int size, int seed = 1)
    {
        manual_seed(seed);
        var network = new CodecShape(codec, 1, size, size).Create();
        using var scope = NewDisposeScope();
        using var still = no_grad();
        foreach (var (name, parameter) in network.named_parameters())
        {
            if (name.StartsWith("h_s.", StringComparison.Ordinal) || name.StartsWith("context", StringComparison.Ordinal) || name.StartsWith("entropy_p", StringComparison.Ordinal))
            {
                parameter.mul_(codec != CodecShape.Cheng ? 2.2 : 1.6);
            }
        }

        // Standard deviations from almost none to a few, channel by channel.
        var last = network.get_parameter(codec != CodecShape.Cheng ? "h_s.4.bias" : "entropy_parameters.4.bias")!;
        last.narrow(0, 0, size).add_(linspace(0, 4, size));
        network.Prior.SettleQuantiles();
        return network;
    }

    /// <summary>Latents that are spread as the network says: what it would be coding after training.</summary>
    public static (ExactMap Latents, ExactMap Hyper) Draw(HyperpriorCodec network, int hyperHeight, int hyperWidth, Random random)
    {
        var hyper = ExactMap.Zeros(hyperHeight, hyperWidth, network.Shape.Width);
        var densities = network.Prior.Densities();
        for (var i = 0; i < hyper.Values.Length; i++)
        {
            var channel = i % hyper.Channels;
            hyper.Values[i] = MathF.Round(Draw(densities[channel], random) - densities[channel].Median) + densities[channel].Median;
        }

        var fromHyper = ExactHyperSynthesis.Of(network).Apply(hyper, 1);
        var latents = ExactMap.Zeros(4 * hyperHeight, 4 * hyperWidth, network.Shape.Latent);
        var context = network is Cheng2020Anchor anchor ? ExactContext.Of(anchor) : null;
        foreach (var places in ExactContext.Groups(latents.Height, latents.Width))
        {
            var parameters = context?.Parameters(fromHyper, latents, places);
            for (var i = 0; i < places.Length; i++)
            {
                var own = parameters is null ? fromHyper.At(places[i]) : parameters.AsSpan(2 * i * latents.Channels, 2 * latents.Channels);
                var target = latents.At(places[i]);
                for (var c = 0; c < target.Length; c++)
                {
                    var (scale, mean) = (Math.Max(own[c], (float)GaussianTables.SmallestScale), own[c + target.Length]);
                    target[c] = MathF.Round((float)(Normal(random) * scale)) + mean;
                }
            }
        }

        return (latents, hyper);
    }

    /// <summary>The place where the distribution function is a random number.</summary>
    private static float Draw(FactorisedDensity density, Random random)
    {
        var share = random.NextDouble();
        var (low, high) = (-1000.0, 1000.0);
        for (var round = 0; round < 40; round++)
        {
            var middle = (low + high) / 2;
            (low, high) = SteadyMath.Sigmoid(density.Logit(middle)) < share ? (middle, high) : (low, middle);
        }

        return (float)low;
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
