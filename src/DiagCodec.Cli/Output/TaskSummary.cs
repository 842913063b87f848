using System.Collections.Immutable;
using DiagCodec.Cli.Commands.Tasks;
using DiagCodec.Evaluation.Tasks;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Cli.Output;

/// <summary>What <c>encode --task --json</c> says of the network.</summary>
/// <param name="Name">Of the task.</param>
/// <param name="Weights">plain or hardened.</param>
/// <param name="WeightsSha256">64 lower-case hexadecimal digits.</param>
/// <param name="DiceIs">What <see cref="TaskClassSummary.Dice"/> compares; left out where nothing was found again after coding.</param>
/// <param name="Classes">One for every class of the task.</param>
internal sealed record TaskSummary(string Name, string Weights, string WeightsSha256, string? DiceIs, ImmutableArray<TaskClassSummary> Classes)
{
    private const string AgainstItself = "against the network's own prediction on the uncompressed slices";

    public static TaskSummary Of(TaskNetwork network, LabelMap found, TaskAgreement? agreement) => new(
        network.Task.Name,
        network.VariantWord,
        network.WeightsSha256,
        agreement is null ? null : AgainstItself,
        [.. ClassVolume.Of(found, network.Task).Select((c, i) => TaskClassSummary.Of(c, agreement?.Classes[i]))]);
}

/// <summary>One class. What was not measured, or is not defined, is left out.</summary>
/// <param name="Number">1 to 255.</param>
/// <param name="Name">Of the class.</param>
/// <param name="VoxelsBefore">Found on the uncompressed slices.</param>
/// <param name="MlBefore">The same in millilitres.</param>
/// <param name="VoxelsAfter">Found on the decoded slices.</param>
/// <param name="Dice">After to before.</param>
/// <param name="VolumeChangeMl">After minus before.</param>
/// <param name="TruthVoxels">Of the ground truth.</param>
/// <param name="TruthDiceBefore">Before to ground truth.</param>
/// <param name="TruthDiceAfter">After to ground truth.</param>
internal sealed record TaskClassSummary(
    int Number,
    string Name,
    long VoxelsBefore,
    double? MlBefore,
    long? VoxelsAfter,
    double? Dice,
    double? VolumeChangeMl,
    long? TruthVoxels,
    double? TruthDiceBefore,
    double? TruthDiceAfter)
{
    public static TaskClassSummary Of(ClassVolume found, ClassAgreement? agreement) => new(
        found.Number,
        found.Name,
        found.Voxels,
        found.Ml,
        agreement?.VoxelsAfter,
        agreement?.Dice,
        agreement?.VolumeChange,
        agreement?.TruthBefore?.Truth,
        agreement?.TruthBefore?.Dice,
        agreement?.TruthAfter?.Dice);
}
