namespace DiagCodec.Evaluation.Bench.Analysis;

/// <summary>A point of a curve of one case.</summary>
/// <param name="Case">Its name.</param>
/// <param name="Parameter">Of the method's grid.</param>
/// <param name="BitsPerVoxel">Above 0.</param>
/// <param name="Quality">In the measure's own scale.</param>
public sealed record CurvePoint(string Case, double Parameter, double BitsPerVoxel, double Quality);
