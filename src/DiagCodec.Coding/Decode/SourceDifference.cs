namespace DiagCodec.Coding.Decode;

/// <summary>How decoded stored values differ from those of the source, padding included.</summary>
/// <param name="LargestError">Largest absolute difference, stored values.</param>
/// <param name="MeanError">Mean absolute difference, stored values.</param>
/// <param name="PaddingErrors">Voxels that are padding in one and not the same in the other: always 0 in a good archive.</param>
public sealed record SourceDifference(long LargestError, double MeanError, long PaddingErrors);
