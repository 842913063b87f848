namespace DiagCodec.Evaluation.Bench.Analysis;

/// <summary>A method's mean over cases at one parameter.</summary>
/// <param name="Parameter">Of the method's grid.</param>
/// <param name="BitsPerVoxel">Geometric mean.</param>
/// <param name="Quality">Arithmetic mean.</param>
/// <param name="Cases">That have a point there.</param>
public sealed record MeanPoint(double Parameter, double BitsPerVoxel, double Quality, int Cases);
