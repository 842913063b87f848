using DiagCodec.Cli.Commands.Tasks;

namespace DiagCodec.Cli.Commands.Segment;

/// <summary>What the user asked of <c>segment</c>.</summary>
internal sealed record SegmentOptions
{
    public required string Input { get; init; }

    public required TaskChoice Task { get; init; }

    public required string Output { get; init; }

    public string? Series { get; init; }

    public bool Json { get; init; }

    public bool Overwrite { get; init; }
}
