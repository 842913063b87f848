using DiagCodec.Imaging.Faults;

namespace DiagCodec.Allocation.Policies.Search;

/// <summary>Says what a candidate costs and what a network finds in it.</summary>
public interface IPlanJudge
{
    /// <exception cref="ToolException">The encoder is missing or failed.</exception>
    /// <exception cref="OutputException">The place for temporary files is full or not writable.</exception>
    Task<PlanTrial> JudgeAsync(PlanCandidate candidate, CancellationToken cancellation);
}
