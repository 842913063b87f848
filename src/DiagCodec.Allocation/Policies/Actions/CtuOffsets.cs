namespace DiagCodec.Allocation.Policies.Actions;

/// <summary>One action of the CTU agent: what is added to the frame's QP.</summary>
/// <param name="Foreground">In CTUs whose mask is not empty, 0 or below.</param>
/// <param name="Background">In all others, 0 or above.</param>
public readonly record struct CtuOffsets(int Foreground, int Background);
