namespace DiagCodec.Coding.Prepare;

/// <summary>Neighbouring voxels of one slice, in raster order, that all hold the same padding value.</summary>
public readonly record struct PaddingRun(int Start, int Length, int Value);
