using DiagCodec.LearnedCodecs.Orchestrated;
using DiagCodec.LearnedCodecs.Orchestrated.Train;

namespace DiagCodec.Cli.Commands.Train;

/// <summary>What the user asked of <c>train orchestrated</c>.</summary>
internal sealed record TrainOrchestratedOptions
{
    public required LabelledData Data { get; init; }

    public required string Task { get; init; }

    public required string Output { get; init; }

    public required SplitChoice Split { get; init; }

    public OrchestratedDesign Design { get; init; }

    public required OrchestratedLayout Layout { get; init; }

    /// <summary>The model whose weights it begins with; null for random ones.</summary>
    public string? Start { get; init; }

    public required OrchestratedOptions Training { get; init; }

    public int? Threads { get; init; }

    public required string Device { get; init; }

    /// <summary>The whole command line, as the model records it.</summary>
    public required string CommandLine { get; init; }

    public bool Json { get; init; }
}
