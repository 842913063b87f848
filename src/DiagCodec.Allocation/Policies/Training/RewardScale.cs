using System.Collections.Immutable;
using DiagCodec.Allocation.Policies.Environment;

namespace DiagCodec.Allocation.Policies.Training;

/// <summary>Brings the rewards of one trade-off to mean 0 and deviation 1 over all actions, so that one learning rate suits all trade-offs.</summary>
/// <param name="Mean">Of the rewards.</param>
/// <param name="Deviation">Of the rewards, above 0.</param>
public sealed record RewardScale(double Mean, double Deviation)
{
    /// <param name="tables">At least one.</param>
    /// <param name="weight">Of the distortion.</param>
    public static RewardScale Of(ImmutableArray<ActionTable> tables, double weight)
    {
        var (count, sum, squares) = (0L, 0.0, 0.0);
        foreach (var table in tables)
        {
            for (var t = 0; t < table.Frames; t++)
            {
                for (var a = 0; a < table.FrameActions; a++)
                {
                    for (var c = 0; c < table.CtuActions; c++)
                    {
                        var reward = table.Reward(t, a, c, weight);
                        (count, sum, squares) = (count + 1, sum + reward, squares + (reward * reward));
                    }
                }
            }
        }

        var mean = sum / count;
        return new RewardScale(mean, Math.Sqrt(Math.Max((squares / count) - (mean * mean), 1e-12)));
    }

    public double Of(double reward) => (reward - Mean) / Deviation;
}
