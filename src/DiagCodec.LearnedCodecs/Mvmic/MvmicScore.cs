using System.Collections.Immutable;

namespace DiagCodec.LearnedCodecs.Mvmic;

/// <summary>What coding does to cases, and what the task's network finds after it.</summary>
/// <param name="Dice">Of every foreground class, mean over the cases; null where no case has the class.</param>
/// <param name="BitsPerPixel">Estimated by the codec's own tables' model; null where nothing was coded.</param>
/// <param name="Psnr">Mean over the slices, dB, of what the task's network sees; null where nothing was coded.</param>
public sealed record MvmicScore(ImmutableArray<double?> Dice, double? BitsPerPixel, double? Psnr);
