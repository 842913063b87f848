using DiagCodec.Metrics.Segmentation;

namespace DiagCodec.Evaluation.Tasks;

/// <summary>One class as a network finds it before and after coding.</summary>
/// <param name="Number">1 to 255.</param>
/// <param name="Name">Of the class.</param>
/// <param name="Coded">The prediction on decoded slices, held against that on uncompressed ones as if those were the truth.</param>
/// <param name="VoxelVolume">mm^3, or null where the spacing is not known.</param>
public sealed record ClassAgreement(int Number, string Name, ClassCounts Coded, double? VoxelVolume)
{
    /// <summary>The prediction on uncompressed slices against the ground truth; null where that is not known.</summary>
    public ClassCounts? TruthBefore { get; init; }

    /// <summary>The prediction on decoded slices against the ground truth; null where that is not known.</summary>
    public ClassCounts? TruthAfter { get; init; }

    public long VoxelsBefore => Coded.Truth;

    public long VoxelsAfter => Coded.Predicted;

    /// <summary>Of the two predictions; null where both are empty.</summary>
    public double? Dice => Coded.Dice;

    /// <summary>After minus before, ml; null where the spacing is not known.</summary>
    public double? VolumeChange => VoxelVolume is { } volume ? Coded.VolumeError(volume) : null;
}
