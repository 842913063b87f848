using System.Collections.Immutable;

namespace DiagCodec.Coding.Plans;

/// <summary>The search that a plan comes from: everything that was encoded and judged. The winner is the cheapest that keeps the minimum.</summary>
/// <param name="MinimumDice">Own Dice asked for, above 0 and at most 1.</param>
/// <param name="MostTrials">Encodes that were allowed.</param>
/// <param name="Trials">In the order of trying, at least one.</param>
/// <param name="Winner">Index in <paramref name="Trials"/>, from 0.</param>
public sealed record SearchProof(double MinimumDice, int MostTrials, ImmutableArray<SearchProofTrial> Trials, int Winner)
{
    /// <summary>By content: records compare their arrays by reference.</summary>
    public bool Equals(SearchProof? other) => other is not null
        && MinimumDice.Equals(other.MinimumDice)
        && (MostTrials, Winner) == (other.MostTrials, other.Winner)
        && Trials.AsSpan().SequenceEqual(other.Trials.AsSpan());

    public override int GetHashCode() => HashCode.Combine(MinimumDice, MostTrials, Trials.IsDefault ? 0 : Trials.Length, Winner);
}
