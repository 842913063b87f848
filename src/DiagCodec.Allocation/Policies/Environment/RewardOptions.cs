using System.Collections.Immutable;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Allocation.Policies.Environment;

/// <summary>
/// r = -(lambda * Scale * semantic distortion + bits / bits of the anchor), frame by frame (reconstructed: DMIC names the terms and the
/// range of lambda, 0 to 100, but not the formula).
/// </summary>
public sealed record RewardOptions
{
    /// <summary>Of the distortion, so that trade-offs of 1 to 100 span the useful rates. Above 0, default 4.</summary>
    public double Scale { get; init; } = 4;

    /// <summary>What the diagnosis is held against. Default: the network's own.</summary>
    public AccuracyReference Reference { get; init; } = AccuracyReference.Own;

    /// <summary>The anchor's bits are those of uniform coding at this QP of P frames. 0 to 51, default 35: base QP 32 with the step GOP.</summary>
    public int AnchorQp { get; init; } = 35;

    /// <summary>
    /// Distortions are averaged over these shifts of both QPs, because one reconstruction's errors are largely its own noise. Default -2 0 2.
    /// </summary>
    public ImmutableArray<int> Shifts { get; init; } = [-2, 0, 2];

    /// <exception cref="UsageException">A value is out of range.</exception>
    public void Validate()
    {
        if (!(Scale > 0 && double.IsFinite(Scale)) || AnchorQp is < 0 or > 51 || Shifts.IsDefaultOrEmpty)
        {
            throw new UsageException(FormattableString.Invariant($"reward: scale {Scale}, anchor QP {AnchorQp}: expected a scale above 0, a QP of 0 to 51 and one shift or more"));
        }
    }
}
