using DiagCodec.Coding.Plans;

namespace DiagCodec.Allocation.Policies.Search;

/// <summary>A plan that a search may try.</summary>
/// <param name="Name">For people and manifests, such as "roi 0/+6 in blocks of 32 at QP 27".</param>
/// <param name="Plan">What would be encoded.</param>
public sealed record PlanCandidate(string Name, CodingPlan Plan);
