using DiagCodec.Segmentation.Infer;
namespace DiagCodec.Evaluation.Tolerance.Measure;

/// <summary>A network, or the networks of a cross-validation, by the name that tables call them.</summary>
/// <param name="Name">Such as plain or hardened; no comma, quote or line break.</param>
/// <param name="Identity">What tells other weights apart: their SHA-256, those of all folds for a cross-validation.</param>
/// <param name="Open">
/// From the name of a case to a segmenter for it, which in a cross-validation has not seen the case. Called once a case, on the thread
/// that works on it: threads share no network. Networks that use several threads themselves only slow each other down.
/// </param>
public sealed record ToleranceModel(string Name, string Identity, Func<string, CaseSegmenter> Open);
