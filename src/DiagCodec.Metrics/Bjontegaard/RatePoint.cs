namespace DiagCodec.Metrics.Bjontegaard;

/// <summary>One coding of a clip: what it costs and how good it is.</summary>
/// <param name="Rate">Bits, bits per second or per voxel: any unit that both curves share; above 0.</param>
/// <param name="Quality">PSNR, Dice, mIoU: any measure of which more is better.</param>
public readonly record struct RatePoint(double Rate, double Quality);
