using DiagCodec.Segmentation.Train.Data;

namespace DiagCodec.Evaluation.Bench.Cases;

/// <summary>A case that is found but not read.</summary>
/// <param name="Name">Of the patient or image; unique in an experiment.</param>
/// <param name="Identity">What tells other data apart without reading them: a generator's options and version, or path, size and time of change of every file.</param>
/// <param name="Read">Reads image and truth, cut to the slices that count; may be called more than once, from any thread.</param>
public sealed record BenchCaseSource(string Name, string Identity, Func<CancellationToken, BenchCaseData> Read);
