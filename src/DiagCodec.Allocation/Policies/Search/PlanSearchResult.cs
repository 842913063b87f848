using System.Collections.Immutable;

namespace DiagCodec.Allocation.Policies.Search;

/// <summary>What a search found.</summary>
/// <param name="Trials">All, in the order of trying; at least one.</param>
/// <param name="Winner">Index of the cheapest trial that keeps the minimum; where none does, of the one with the highest Dice.</param>
/// <param name="Keeps">Whether the winner keeps the minimum.</param>
public sealed record PlanSearchResult(ImmutableArray<PlanTrial> Trials, int Winner, bool Keeps)
{
    public PlanTrial Best => Trials[Winner];
}
