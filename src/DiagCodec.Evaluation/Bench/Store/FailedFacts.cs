namespace DiagCodec.Evaluation.Bench.Store;

/// <summary>A point that failed.</summary>
/// <param name="Error">One line, the same whenever it fails in this way.</param>
/// <param name="Judge">Under which network it failed; null where it failed before the network was asked.</param>
internal sealed record FailedFacts(string Error, string? Judge);
