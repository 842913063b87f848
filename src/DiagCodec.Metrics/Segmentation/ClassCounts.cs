namespace DiagCodec.Metrics.Segmentation;

/// <summary>
/// Voxels of one class against all others, and the scores that follow from them, 0 to 1. A score whose denominator is 0 is null, not 0
/// or 1: whether "nothing to find, nothing found" is a success is the caller's question, and a mean should leave it out knowingly.
/// </summary>
/// <param name="TruePositive">Of the class, and predicted as it.</param>
/// <param name="FalsePositive">Predicted as the class, but of another.</param>
/// <param name="FalseNegative">Of the class, but predicted as another.</param>
/// <param name="TrueNegative">Neither.</param>
public readonly record struct ClassCounts(long TruePositive, long FalsePositive, long FalseNegative, long TrueNegative)
{
    public long Truth => TruePositive + FalseNegative;

    public long Predicted => TruePositive + FalsePositive;

    /// <summary>Neither truth nor prediction has a voxel of the class.</summary>
    public bool IsAbsent => Truth == 0 && Predicted == 0;

    /// <summary>2 TP / (2 TP + FP + FN); 0 where only one of the two is empty, null where both are.</summary>
    public double? Dice => Share(2 * TruePositive, Truth + Predicted);

    /// <summary><see cref="Dice"/> by the convention that an absent class that was not predicted is a full success.</summary>
    public double DiceOrOne => Dice ?? 1;

    /// <summary>TP / (TP + FP + FN), also called Jaccard index; 0 where only one of the two is empty, null where both are.</summary>
    public double? Iou => Share(TruePositive, TruePositive + FalsePositive + FalseNegative);

    /// <summary><see cref="Iou"/> by the convention that an absent class that was not predicted is a full success.</summary>
    public double IouOrOne => Iou ?? 1;

    /// <summary>TP / (TP + FN), also called recall; null where the truth is empty.</summary>
    public double? Sensitivity => Share(TruePositive, Truth);

    /// <summary>TP / (TP + FP); null where the prediction is empty.</summary>
    public double? Precision => Share(TruePositive, Predicted);

    /// <summary>(predicted - true volume) / true volume: -1 for an empty prediction, above 0 for too much; null where the truth is empty.</summary>
    public double? RelativeVolumeError => Share(Predicted - Truth, Truth);

    /// <summary>Predicted minus true volume in ml: negative for too little.</summary>
    /// <param name="voxelVolume">mm^3, above 0.</param>
    public double VolumeError(double voxelVolume)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(voxelVolume);
        const double CubicMillimetresPerMillilitre = 1000;
        return (Predicted - Truth) * voxelVolume / CubicMillimetresPerMillilitre;
    }

    private static double? Share(long part, long whole) => whole == 0 ? null : (double)part / whole;
}
