using System.Collections.Immutable;

namespace DiagCodec.Evaluation.Bench.Results;

/// <summary>The network that found the masks and judged.</summary>
/// <param name="Task">Name of the task.</param>
/// <param name="Weights">plain or hardened.</param>
/// <param name="Sha256">Of the weights; of all folds for a cross-validation.</param>
/// <param name="Classes">Names of classes 1, 2, 3 ...</param>
/// <param name="Window">Range of physical values that the network sees: the window of pictures, of windowed PSNR and of windowed methods.</param>
public sealed record BenchModel(string Task, string Weights, ImmutableArray<string> Sha256, ImmutableArray<string> Classes, ValueRange Window);
