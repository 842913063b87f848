namespace DiagCodec.Evaluation.Bench.Store;

/// <summary>How QPs and mask go together.</summary>
/// <param name="Foreground">Mean QP of blocks that hold mask; null where none does.</param>
/// <param name="Background">Mean QP of the others; null where there are none.</param>
internal sealed record QpFacts(double? Foreground, double? Background);
