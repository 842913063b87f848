using DiagCodec.Allocation.Policies.Environment;
using DiagCodec.Allocation.Policies.Training;

namespace DiagCodec.Evaluation.Policies;

/// <summary>A clip with what was measured on it.</summary>
/// <param name="Clip">Slices, masks, truth.</param>
/// <param name="Table">Bits and errors by QPs.</param>
/// <param name="Episode">The same by actions, and what agents see.</param>
/// <param name="Identity">What its figures follow from.</param>
public sealed record PolicyClip(EnvironmentClip Clip, ClipTable Table, PolicyEpisode Episode, string Identity);
