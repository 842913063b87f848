using System.Collections.Immutable;

namespace DiagCodec.Evaluation.Tolerance.Measure;

/// <summary>What a model finds in a case after coding at one base QP, or in the slices as they were read.</summary>
/// <param name="Case">Name of the case.</param>
/// <param name="Data">Hash of samples and truth, so that a name is not taken for the data that had it before.</param>
/// <param name="Model">Name of the model.</param>
/// <param name="Qp">Base QP; null for the slices as they were read.</param>
/// <param name="TruthVoxels">Foreground voxels of the truth.</param>
/// <param name="Bytes">Size of the video; null without coding.</param>
/// <param name="BitsPerVoxel">Of the video; null without coding.</param>
/// <param name="Psnr">dB of code values outside padding, peak the largest code value; null without coding and without error.</param>
/// <param name="Dice">Against the truth, mean over foreground classes that truth or prediction have; null where neither has any.</param>
/// <param name="OwnDice">The same against what the model finds in the slices as they were read.</param>
/// <param name="ClassDice">Against the truth, class by class from 1; null where neither truth nor prediction has the class.</param>
public sealed record ToleranceRow(
    string Case,
    string Data,
    string Model,
    int? Qp,
    long TruthVoxels,
    long? Bytes,
    double? BitsPerVoxel,
    double? Psnr,
    double? Dice,
    double? OwnDice,
    ImmutableArray<double?> ClassDice);
