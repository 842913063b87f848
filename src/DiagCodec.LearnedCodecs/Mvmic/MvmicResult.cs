namespace DiagCodec.LearnedCodecs.Mvmic;

/// <summary>Scores of the test cases, of what was stored.</summary>
/// <param name="Uncoded">The task's network as it came, on slices that were not coded.</param>
/// <param name="StageOne">The same network on decoded slices.</param>
/// <param name="StageTwo">The tuned network on the same decoded slices.</param>
public sealed record MvmicResult(MvmicScore Uncoded, MvmicScore StageOne, MvmicScore StageTwo);
