using DiagCodec.Allocation.Policies.Environment;
using DiagCodec.Allocation.Policies.States;

namespace DiagCodec.Allocation.Policies.Training;

/// <summary>A clip as agents learn from it: what they see, and what comes of every action.</summary>
/// <param name="States">One frame a slice.</param>
/// <param name="Table">Of as many frames.</param>
public sealed record PolicyEpisode(AgentStates States, ActionTable Table);
