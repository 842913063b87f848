using System.Collections.Immutable;
using DiagCodec.LearnedCodecs.Layers;
using DiagCodec.LearnedCodecs.Models;

namespace DiagCodec.LearnedCodecs.Exact;

/// <summary>
/// The context model and the parameter network of cheng2020-anchor, exact. A place looks at the two rows above it, from two columns before to two after,
/// and at the two places before it. So all places with the same column + 3 * row depend on none of each other, and are worked on together:
/// they are coded in this order, a diagonal after a diagonal, each from the top down.
/// </summary>
internal sealed class ExactContext
{
    private const int RowLag = (MaskedConvolution.Side / 2) + 1;

    private readonly ExactTaps _context;
    private readonly ImmutableArray<ExactProduct> _steps;

    private ExactContext(ExactTaps context, ImmutableArray<ExactProduct> steps) => (_context, _steps) = (context, steps);

    public static ExactContext Of(Cheng2020Anchor codec)
    {
        var state = codec.state_dict();
        var (weight, bias) = (ExactTensor.Of(state, "context_prediction.weight"), ExactTensor.Of(state, "context_prediction.bias"));
        var (inputs, side, taps) = (weight.Shape[1], MaskedConvolution.Side, MaskedConvolution.Taps);
        var context = new ExactTaps(
            [.. Enumerable.Range(0, taps).Select(t => ((t / side) - (side / 2), (t % side) - (side / 2)))],
            new ExactProduct(taps * inputs, weight.Shape[0], (k, o) => weight.Values[(((o * inputs) + (k % inputs)) * side * side) + (k / inputs)], bias.Values));
        return new ExactContext(context, [Step(state, "entropy_parameters.0"), Step(state, "entropy_parameters.2"), Step(state, "entropy_parameters.4")]);
    }

    /// <summary>The places of a map, one group after the other; those of a group do not depend on each other.</summary>
    public static IEnumerable<int[]> Groups(int height, int width)
    {
        for (var diagonal = 0; diagonal < width + (RowLag * (height - 1)); diagonal++)
        {
            var first = Math.Max(0, (diagonal - width + RowLag) / RowLag);
            var last = Math.Min(height - 1, diagonal / RowLag);
            yield return [.. Enumerable.Range(first, Math.Max(0, last - first + 1)).Select(r => (r * width) + diagonal - (RowLag * r))];
        }
    }

    /// <summary>Standard deviations, then means, of the places of a group.</summary>
    /// <param name="fromHyper">What h_s made.</param>
    /// <param name="known">The latents as far as they are known.</param>
    /// <param name="places">One group.</param>
    public float[] Parameters(ExactMap fromHyper, ExactMap known, int[] places)
    {
        var (seen, product) = (new float[places.Length * _context.Product.Inputs], _context.Product);
        for (var i = 0; i < places.Length; i++)
        {
            _context.Gather(known, places[i], seen.AsSpan(i * product.Inputs, product.Inputs));
        }

        var context = new float[places.Length * product.Outputs];
        product.Apply(seen, places.Length, context);
        var rows = new float[places.Length * _steps[0].Inputs];
        for (var i = 0; i < places.Length; i++)
        {
            var row = rows.AsSpan(i * _steps[0].Inputs, _steps[0].Inputs);
            fromHyper.At(places[i]).CopyTo(row);
            context.AsSpan(i * product.Outputs, product.Outputs).CopyTo(row[fromHyper.Channels..]);
        }

        for (var step = 0; step < _steps.Length; step++)
        {
            var results = new float[places.Length * _steps[step].Outputs];
            _steps[step].Apply(rows, places.Length, results);
            if (step < _steps.Length - 1)
            {
                ExactLeaky.Apply(results);
            }

            rows = results;
        }

        return rows;
    }

    private static ExactProduct Step(IReadOnlyDictionary<string, TorchSharp.torch.Tensor> state, string name)
    {
        var (weight, bias) = (ExactTensor.Of(state, name + ".weight"), ExactTensor.Of(state, name + ".bias"));
        var (outputs, inputs) = (weight.Shape[0], weight.Shape[1]);
        return new ExactProduct(inputs, outputs, (k, o) => weight.Values[(o * inputs) + k], bias.Values);
    }
}
