namespace DiagCodec.Evaluation.Reports.Charts;

/// <summary>One measured value.</summary>
/// <param name="X">In units of the x axis.</param>
/// <param name="Y">In units of the y axis; null where there is no finite value, which is drawn at the top (PSNR of a perfect frame).</param>
/// <param name="Tooltip">What a reader sees who points at it.</param>
public readonly record struct ChartPoint(double X, double? Y, string Tooltip);
