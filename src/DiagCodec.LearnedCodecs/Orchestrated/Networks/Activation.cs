using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Orchestrated.Networks;

/// <summary>The two activations of SegAN: leaky on the way down, plain on the way up.</summary>
internal static class Activation
{
    /// <summary>Slope below 0 of leaky ReLU.</summary>
    public const double Leaky = 0.2;

    /// <summary>Slope below 0 of plain ReLU.</summary>
    public const double Plain = 0;

    public static Tensor Apply(Tensor input, double slope) => slope == Plain ? input.relu() : input.leaky_relu(slope);
}
