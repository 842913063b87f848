using System.Collections.Immutable;

namespace DiagCodec.Allocation.Policies.Search;

/// <summary>Plans of one kind at rising QPs: along a family, bytes and Dice fall, or nearly so, which lets a search leave most of it out.</summary>
/// <param name="Name">For people, such as "roi 0/+6 in blocks of 32".</param>
/// <param name="Candidates">At least one, by rising <see cref="EffectiveQp"/>.</param>
/// <param name="Start">The one to try where nothing is known, an index in <paramref name="Candidates"/>.</param>
public sealed record PlanFamily(string Name, ImmutableArray<PlanCandidate> Candidates, int Start);
