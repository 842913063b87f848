using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Segmentation.Harden;

/// <summary>Slices that were coded and decoded.</summary>
/// <param name="Decoded">Stored values as a decoder gives them back, with format, geometry and rescales of the slices' own; no chroma.</param>
/// <param name="Run">Which slices of the series.</param>
/// <param name="Bytes">Size of the video.</param>
public sealed record CodedVolume(Volume Decoded, SliceRun Run, long Bytes);
