using DiagCodec.Segmentation.Infer;

namespace DiagCodec.Evaluation.Bench.Run;

/// <summary>The weights that judge a case.</summary>
/// <param name="Sha256">64 lower-case hexadecimal digits.</param>
/// <param name="Open">A segmenter that one thread has to itself, to be disposed of by the caller. Expensive: open it once a thread and weights.</param>
public sealed record BenchNetwork(string Sha256, Func<CaseSegmenter> Open);
