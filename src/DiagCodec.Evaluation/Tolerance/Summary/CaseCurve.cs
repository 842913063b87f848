namespace DiagCodec.Evaluation.Tolerance.Summary;

/// <summary>What a model finds in one case along the QPs.</summary>
/// <param name="Case">Its name.</param>
/// <param name="Uncompressed">Dice in the slices as they were read.</param>
/// <param name="Dice">One value a QP.</param>
/// <param name="BitsPerVoxel">One value a QP.</param>
/// <param name="Psnr">One value a QP, dB; null where coding lost nothing.</param>
public sealed record CaseCurve(string Case, double Uncompressed, double[] Dice, double[] BitsPerVoxel, double?[] Psnr);
