namespace DiagCodec.Evaluation.Tolerance.Summary;

/// <summary>Means over cases at one base QP.</summary>
/// <param name="Qp">Base QP.</param>
/// <param name="Dice">Mean foreground Dice.</param>
/// <param name="LossPercent">Of the uncompressed Dice; below 0 where coding helped.</param>
/// <param name="BitsPerVoxel">Of the video.</param>
/// <param name="Psnr">dB; null where a case lost nothing.</param>
public sealed record TolerancePoint(int Qp, double Dice, double LossPercent, double BitsPerVoxel, double? Psnr);
