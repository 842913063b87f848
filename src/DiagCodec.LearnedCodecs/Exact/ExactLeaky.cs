namespace DiagCodec.LearnedCodecs.Exact;

/// <summary>Leaky ReLU with PyTorch's slope of 0.01; changes its input.</summary>
internal sealed class ExactLeaky : IExactLayer
{
    private const float Slope = 0.01f;

    public ExactMap Apply(ExactMap input, int threads)
    {
        Apply(input.Values);
        return input;
    }

    public static void Apply(Span<float> values)
    {
        foreach (ref var value in values)
        {
            value = value >= 0 ? value : value * Slope;
        }
    }
}
