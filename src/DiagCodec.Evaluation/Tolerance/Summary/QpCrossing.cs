namespace DiagCodec.Evaluation.Tolerance.Summary;

/// <summary>Where a curve falls to a value.</summary>
/// <param name="Qp">Base QP; an end of the measured range where it lies beyond.</param>
/// <param name="End">Whether it does.</param>
public readonly record struct QpCrossing(double Qp, CurveEnd End);
