using System.Collections.Immutable;

namespace DiagCodec.LearnedCodecs.Mvmic;

/// <summary>What coding does to cases, and what the task's network finds after it.</summary>
/// <param name="Cases">One by one, in their order.</param>
/// <param name="Accuracy">The task's figures over all of them; null where no case has what is looked for.</param>
public sealed record MvmicScore(ImmutableArray<CaseScore> Cases, ImmutableArray<double?> Accuracy)
{
    /// <summary>Mean over the cases; null where nothing was coded.</summary>
    public double? BitsPerPixel => Cases.Average(c => c.BitsPerPixel);

    /// <summary>Mean over the cases, dB; null where nothing was coded.</summary>
    public double? Psnr => Cases.Average(c => c.Psnr);
}
