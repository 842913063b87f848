using System.Collections.Immutable;

namespace DiagCodec.LearnedCodecs.Entropy;

/// <summary>
/// The distribution function of one channel of the factorised prior (Balle et al. 2018, appendix 6.1): layers of softplus(matrix) * x + bias, then x +
/// tanh(factor) * tanh(x) but for the last, and a sigmoid. Evaluated by <see cref="SteadyMath"/>.
/// </summary>
/// <param name="Matrices">Of every layer, row-major, (outputs, inputs).</param>
/// <param name="Biases">Of every layer.</param>
/// <param name="Factors">Of every layer but the last.</param>
/// <param name="Lower">Where the lower tail begins.</param>
/// <param name="Median">About which values are rounded.</param>
/// <param name="Upper">Where the upper tail begins.</param>
public sealed record FactorisedDensity(
    ImmutableArray<ImmutableArray<float>> Matrices,
    ImmutableArray<ImmutableArray<float>> Biases,
    ImmutableArray<ImmutableArray<float>> Factors,
    float Lower,
    float Median,
    float Upper)
{
    /// <summary>The probability that the variable is between <paramref name="from"/> and <paramref name="to"/>.</summary>
    public double Between(double from, double to)
    {
        var (low, high) = (Logit(from), Logit(to));

        // On the side where both are far from 1, the difference keeps its digits.
        var probability = low + high > 0
            ? SteadyMath.Sigmoid(-low) - SteadyMath.Sigmoid(-high)
            : SteadyMath.Sigmoid(high) - SteadyMath.Sigmoid(low);
        return Math.Max(0, probability);
    }

    /// <summary>What the sigmoid of the distribution function is taken of.</summary>
    public double Logit(double x)
    {
        double[] values = [x];
        for (var layer = 0; layer < Matrices.Length; layer++)
        {
            var (matrix, bias) = (Matrices[layer], Biases[layer]);
            var next = new double[bias.Length];
            for (var row = 0; row < next.Length; row++)
            {
                var sum = (double)bias[row];
                for (var column = 0; column < values.Length; column++)
                {
                    sum += SteadyMath.Softplus(matrix[(row * values.Length) + column]) * values[column];
                }

                next[row] = layer < Factors.Length ? sum + (SteadyMath.Tanh(Factors[layer][row]) * SteadyMath.Tanh(sum)) : sum;
            }

            values = next;
        }

        return values[0];
    }
}
