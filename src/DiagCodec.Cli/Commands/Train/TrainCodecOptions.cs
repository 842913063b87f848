using System.Collections.Immutable;
using DiagCodec.LearnedCodecs.Models;
using DiagCodec.LearnedCodecs.Train;

namespace DiagCodec.Cli.Commands.Train;

/// <summary>What the user asked of <c>train codec</c>.</summary>
internal sealed record TrainCodecOptions
{
    public required string Data { get; init; }

    public required string Output { get; init; }

    public required CodecShape Shape { get; init; }

    public required CodecTrainingOptions Training { get; init; }

    public required SplitChoice Split { get; init; }

    public int? BitDepth { get; init; }

    public ImmutableArray<(double Center, double Width)> Windows { get; init; } = [];

    public int Slices { get; init; }

    /// <summary>Weights to begin with: a model by name or folder, or a safetensors file; null for random ones.</summary>
    public string? Start { get; init; }

    public int? StartQuality { get; init; }

    public int? Threads { get; init; }

    public required string Device { get; init; }

    /// <summary>The whole command line, as the model records it.</summary>
    public required string CommandLine { get; init; }

    public bool Json { get; init; }
}
