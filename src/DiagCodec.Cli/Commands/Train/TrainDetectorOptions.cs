using DiagCodec.LearnedCodecs.Detect;

namespace DiagCodec.Cli.Commands.Train;

/// <summary>What the user asked of <c>train detector</c>.</summary>
internal sealed record TrainDetectorOptions
{
    public required LabelledData Data { get; init; }

    public required string Task { get; init; }

    public required string Output { get; init; }

    public required SplitChoice Split { get; init; }

    public required DetectorLayout Layout { get; init; }

    public required DetectorOptions Training { get; init; }

    public int? Threads { get; init; }

    public required string Device { get; init; }

    /// <summary>The whole command line, as the model records it.</summary>
    public required string CommandLine { get; init; }

    public bool Json { get; init; }
}
