namespace DiagCodec.LearnedCodecs.Exact;

/// <summary>A convolution with a stride of 1 and as many zeros round the map as keep its size.</summary>
internal sealed class ExactConvolution : IExactLayer
{
    private readonly ExactTaps _taps;

    /// <param name="weight">(outputs, inputs, side, side) as PyTorch has it.</param>
    /// <param name="bias">One for every output.</param>
    public ExactConvolution(ExactTensor weight, ExactTensor bias)
    {
        var (outputs, inputs, side) = (weight.Shape[0], weight.Shape[1], weight.Shape[2]);
        _taps = new ExactTaps(
            [.. Enumerable.Range(0, side * side).Select(t => ((t / side) - (side / 2), (t % side) - (side / 2)))],
            new ExactProduct(side * side * inputs, outputs, (k, o) => weight.Values[(((o * inputs) + (k % inputs)) * side * side) + (k / inputs)], bias.Values));
    }

    public ExactMap Apply(ExactMap input, int threads)
    {
        var output = ExactMap.Zeros(input.Height, input.Width, _taps.Product.Outputs);
        _taps.Apply(input, output, 1, 0, 0, threads);
        return output;
    }
}
