namespace DiagCodec.Allocation.Policies.Environment;

/// <summary>A finer QP where the diagnosis is, and a coarser one around.</summary>
/// <param name="Foreground">0 to 51.</param>
/// <param name="Background">From <paramref name="Foreground"/> to 51.</param>
public readonly record struct QpSpan(int Foreground, int Background);
