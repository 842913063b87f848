namespace DiagCodec.Evaluation.Bench.Results;

/// <summary>A range of physical values (HU, or samples where a task counts those).</summary>
/// <param name="Low">Smallest.</param>
/// <param name="High">Largest, above Low.</param>
public sealed record ValueRange(double Low, double High);
