using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Orchestrated.Code;

/// <summary>
/// Toderici et al. (2016): x = tanh(input); in training a bit is 1 with probability (1 + x) / 2 and else -1, in use it is the sign of x. The gradient
/// goes through to x as if the bit were x.
/// </summary>
public static class StochasticBinariser
{
    /// <param name="input">Any shape.</param>
    /// <param name="noise">Of the same number of elements, even over 0 to below 1: what decides the bits.</param>
    /// <returns>Of the input's shape, values -1 and 1, with a gradient.</returns>
    public static Tensor Train(Tensor input, float[] noise)
    {
        using var scope = NewDisposeScope();
        var squashed = input.tanh();
        var chance = (1 + squashed.detach()) / 2;
        var isOne = tensor(noise, input.shape).to(input.device).lt(chance);
        var bits = (2 * isOne.to_type(ScalarType.Float32)) - 1;
        return (squashed + (bits - squashed).detach()).MoveToOuterDisposeScope();
    }

    /// <returns>Of the input's shape, values -1 and 1; 0 counts as 1.</returns>
    public static Tensor Use(Tensor input)
    {
        using var scope = NewDisposeScope();
        return ((2 * input.ge(0).to_type(ScalarType.Float32)) - 1).MoveToOuterDisposeScope();
    }
}
