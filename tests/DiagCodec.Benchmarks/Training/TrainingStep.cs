namespace DiagCodec.Benchmarks.Training;

/// <summary>One step of training.</summary>
/// <param name="Seconds">Wall time.</param>
/// <param name="Loss">Before the step.</param>
internal readonly record struct TrainingStep(double Seconds, double Loss);
