using DiagCodec.Segmentation.Train;

namespace DiagCodec.Cli.Commands.Train;

/// <summary>What the user asked of <c>train segmentation</c>.</summary>
internal sealed record TrainSegmentationOptions
{
    public required LabelledData Data { get; init; }

    public required string Task { get; init; }

    public required string Output { get; init; }

    public required SplitChoice Split { get; init; }

    public int? Folds { get; init; }

    public required TrainingOptions Plain { get; init; }

    public bool Harden { get; init; }

    public required TrainingOptions Hardened { get; init; }

    public int HardenVariants { get; init; }

    public int HardenSlices { get; init; }

    public (int Low, int High) HardenQps { get; init; }

    public int Parallel { get; init; }

    public int? Threads { get; init; }

    public required string Device { get; init; }

    /// <summary>The whole command line, as the model records it.</summary>
    public required string CommandLine { get; init; }

    public bool Json { get; init; }
}
