using System.Collections.Immutable;
using TorchSharp;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Exact;

/// <summary>Weights out of a network.</summary>
/// <param name="Shape">Outermost first.</param>
/// <param name="Values">Row-major.</param>
internal sealed record ExactTensor(ImmutableArray<int> Shape, float[] Values)
{
    /// <param name="state">The network's state.</param>
    /// <param name="name">Of the tensor in it.</param>
    public static ExactTensor Of(IReadOnlyDictionary<string, Tensor> state, string name)
    {
        using var scope = NewDisposeScope();
        var tensor = state[name].detach().cpu().contiguous();
        return new ExactTensor([.. tensor.shape.Select(s => (int)s)], tensor.data<float>().ToArray());
    }
}
