namespace DiagCodec.LearnedCodecs.Mvmic;

/// <summary>One case of a <see cref="MvmicScore"/>.</summary>
/// <param name="Name">As split files name it.</param>
/// <param name="BitsPerPixel">Estimated by the model of the codec's own tables; null where nothing was coded.</param>
/// <param name="Psnr">Mean over the slices, dB; null where nothing was coded.</param>
/// <param name="Findings">Of the task's network.</param>
public sealed record CaseScore(string Name, double? BitsPerPixel, double? Psnr, CaseFindings Findings);
