namespace DiagCodec.Allocation.Policies.Search;

/// <summary>
/// Guesses where a family meets a minimum or a size. Both the logarithm of bytes and that of what is missing to a Dice of 1 are nearly
/// straight over <see cref="EffectiveQp"/>; a wrong guess costs a try, never a wrong result.
/// </summary>
internal static class TrialModel
{
    private const double UsualByteSlope = -0.6931 / 6;

    private const double SteepestByteSlope = -0.4;

    private const double FlattestByteSlope = -0.02;

    /// <summary>What is missing doubles in about four QPs.</summary>
    private const double UsualLossSlope = 0.6931 / 4;

    /// <summary>A guess from one side goes no further than this, in QPs.</summary>
    private const double LongestStep = 9;

    /// <summary>Below this a loss is noise.</summary>
    private const double SmallestLoss = 1e-3;

    /// <summary>The QP at which a family falls to the minimum.</summary>
    /// <param name="family">Untried ones take what all trials say.</param>
    /// <param name="all">Every trial with its QP; at least one.</param>
    /// <param name="minimum">Dice.</param>
    public static double QpAtMinimum(SearchedFamily family, IReadOnlyList<(double Qp, PlanTrial Trial)> all, double minimum)
    {
        var wanted = Loss(minimum);
        if (family is { Kept: { } kept, Lost: { } lost })
        {
            var (low, high) = (Loss(kept.Trial.OwnDice), Loss(lost.Trial.OwnDice));
            return kept.Qp + ((lost.Qp - kept.Qp) * (high > low ? (wanted - low) / (high - low) : 0.5));
        }

        var (qp, trial) = (family.IsTried ? family.Trials : all).MinBy(t => Math.Abs(Loss(t.Trial.OwnDice) - wanted));
        return qp + Math.Clamp((wanted - Loss(trial.OwnDice)) / UsualLossSlope, -LongestStep, LongestStep);
    }

    /// <summary>Bytes of a family's video at a QP.</summary>
    /// <param name="family">Untried ones take what all trials say.</param>
    /// <param name="all">Every trial with its QP; at least one.</param>
    /// <param name="qp">See <see cref="EffectiveQp"/>.</param>
    public static double BytesAt(SearchedFamily family, IReadOnlyList<(double Qp, PlanTrial Trial)> all, double qp)
    {
        var nearest = (family.IsTried ? family.Trials : all).OrderBy(t => Math.Abs(t.Qp - qp)).Take(2).ToArray();
        var slope = UsualByteSlope;
        if (family.Tries > 1 && nearest[1].Qp != nearest[0].Qp)
        {
            var drop = Math.Log((double)nearest[1].Trial.VideoBytes / nearest[0].Trial.VideoBytes) / (nearest[1].Qp - nearest[0].Qp);
            slope = Math.Clamp(drop, SteepestByteSlope, FlattestByteSlope);
        }

        return nearest[0].Trial.VideoBytes * Math.Exp(slope * (qp - nearest[0].Qp));
    }

    private static double Loss(double dice) => Math.Log(Math.Max(1 - dice, SmallestLoss));
}
