namespace DiagCodec.Evaluation.Bench.Store;

/// <summary>Where the stream of a plan lies.</summary>
/// <param name="Point">Key of the point that coded it.</param>
internal sealed record PlanFacts(string Point);
