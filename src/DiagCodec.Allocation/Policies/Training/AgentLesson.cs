using DiagCodec.Networks.Splits;
using TorchSharp;
using static TorchSharp.torch;

namespace DiagCodec.Allocation.Policies.Training;

/// <summary>
/// One advantage actor-critic step of one agent's heads (Mnih et al. 2016, with episodes of one decision: RSC's discount is 0). Actions are
/// drawn from the policy, the table gives their rewards, the advantage is reward less the critic's value, and the loss is
/// -log pi * advantage + ValueWeight * (reward - value)^2 - entropy.
/// </summary>
internal static class AgentLesson
{
    /// <summary>Of scaled rewards: below it differences are those of the critic's own error, which must not be blown up.</summary>
    private const double SmallestDeviation = 0.01;

    /// <param name="scores">N x A logits, with history.</param>
    /// <param name="values">N values, with history.</param>
    /// <param name="rewards">Of every action in every state, scaled: N x A, row by row.</param>
    /// <param name="samples">Actions to draw in a state.</param>
    /// <param name="valueWeight">Of the critic's error.</param>
    /// <param name="entropyWeight">Of the entropy.</param>
    /// <param name="random">Draws the actions.</param>
    /// <returns>The loss, a scalar with history.</returns>
    public static Tensor Loss(
        Tensor scores, Tensor values, ReadOnlySpan<float> rewards, int samples, double valueWeight, double entropyWeight, SplitRandom random)
    {
        var (states, actions) = ((int)scores.shape[0], (int)scores.shape[1]);
        var logarithms = scores.log_softmax(1);
        var probabilities = logarithms.detach().exp().cpu().data<float>().ToArray();
        var known = values.detach().cpu().data<float>().ToArray();
        var (weights, returns) = (new float[states * actions], new float[states]);
        var (sum, squares) = (0.0, 0.0);
        for (var s = 0; s < states; s++)
        {
            for (var i = 0; i < samples; i++)
            {
                var action = Draw(probabilities.AsSpan(s * actions, actions), random);
                var reward = rewards[(s * actions) + action];
                var advantage = reward - known[s];
                weights[(s * actions) + action] += advantage;
                returns[s] += reward / samples;
                (sum, squares) = (sum + advantage, squares + (advantage * advantage));
            }
        }

        // Advantages of deviation 1 keep the step's size while the policy narrows to actions that differ little.
        var (count, mean) = (states * samples, sum / (states * samples));
        var deviation = Math.Max(Math.Sqrt(Math.Max((squares / count) - (mean * mean), 0)), SmallestDeviation);
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = (float)(weights[i] / (deviation * count));
        }

        var device = scores.device;
        var actor = -(logarithms * tensor(weights, [states, actions]).to(device)).sum();
        var critic = (values - tensor(returns, [states]).to(device)).square().mean();
        var entropy = -(logarithms.exp() * logarithms).sum(1).mean();
        return actor + (critic * valueWeight) - (entropy * entropyWeight);
    }

    private static int Draw(ReadOnlySpan<float> probabilities, SplitRandom random)
    {
        const double Unit = 1.0 / (1UL << 53);
        var left = (random.Next() >> 11) * Unit;
        for (var a = 0; a < probabilities.Length; a++)
        {
            left -= probabilities[a];
            if (left < 0)
            {
                return a;
            }
        }

        return probabilities.Length - 1;
    }
}
