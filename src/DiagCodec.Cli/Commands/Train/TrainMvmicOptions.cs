using DiagCodec.LearnedCodecs.Models;
using DiagCodec.LearnedCodecs.Mvmic;
using DiagCodec.Networks.Models;

namespace DiagCodec.Cli.Commands.Train;

/// <summary>What the user asked of <c>train mvmicnet</c>.</summary>
internal sealed record TrainMvmicOptions
{
    public required LabelledData Data { get; init; }

    public required string Task { get; init; }

    public WeightsVariant Variant { get; init; }

    /// <summary>Folder of a detector that takes the place of the task's network; null for that one.</summary>
    public string? Detector { get; init; }

    /// <inheritdoc cref="TrainCodecOptions.Start"/>
    public string? Start { get; init; }

    public int? StartQuality { get; init; }

    public required string Output { get; init; }

    public required SplitChoice Split { get; init; }

    public required CodecShape Shape { get; init; }

    public required MvmicOptions Training { get; init; }

    public int? Threads { get; init; }

    public required string Device { get; init; }

    /// <summary>The whole command line, as the models record it.</summary>
    public required string CommandLine { get; init; }

    public bool Json { get; init; }
}
