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
