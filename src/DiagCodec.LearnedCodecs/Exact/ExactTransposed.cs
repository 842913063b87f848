namespace DiagCodec.LearnedCodecs.Exact;

/// <summary>
/// A transposed 5x5 convolution that doubles the sides (stride 2, padding 2, output padding 1), as four convolutions, one for each parity of the output's
/// row and column: even ones have three taps of the five, odd ones two.
/// </summary>
internal sealed class ExactTransposed : IExactLayer
{
    private const int Side = 5;

    private readonly ExactTaps[] _parts;

    /// <param name="weight">(inputs, outputs, 5, 5) as PyTorch has it.</param>
    /// <param name="bias">One for every output.</param>
    public ExactTransposed(ExactTensor weight, ExactTensor bias) =>
        _parts = [.. Enumerable.Range(0, 4).Select(p => Part(weight, bias, p / 2, p % 2))];

    public ExactMap Apply(ExactMap input, int threads)
    {
        var output = ExactMap.Zeros(2 * input.Height, 2 * input.Width, _parts[0].Product.Outputs);
        for (var part = 0; part < _parts.Length; part++)
        {
            _parts[part].Apply(input, output, 2, part / 2, part % 2, threads);
        }

        return output;
    }

    private static ExactTaps Part(ExactTensor weight, ExactTensor bias, int row, int column)
    {
        var (inputs, outputs) = (weight.Shape[0], weight.Shape[1]);

        // Output 2 m + parity takes tap parity + 2 - 2 d of the input at m + d.
        var (rows, columns) = (Offsets(row), Offsets(column));
        (int Row, int Column)[] taps = [.. rows.SelectMany(_ => columns, (r, c) => (r, c))];
        return new ExactTaps(
            [.. taps],
            new ExactProduct(
                taps.Length * inputs,
                outputs,
                (k, o) =>
                {
                    var (tap, input) = (taps[k / inputs], k % inputs);
                    return weight.Values[(((input * outputs) + o) * Side * Side) + ((row + 2 - (2 * tap.Row)) * Side) + column + 2 - (2 * tap.Column)];
                },
                bias.Values));
    }

    private static int[] Offsets(int parity) => parity == 0 ? [-1, 0, 1] : [0, 1];
}
