using DiagCodec.Coding.Plans;

namespace DiagCodec.Coding.Archive;

/// <summary>Where the QPs came from.</summary>
/// <param name="Allocator">Name of the allocator.</param>
/// <param name="BaseQp">0 to 51.</param>
/// <param name="Gop">Name of the GOP structure.</param>
/// <param name="Preset">Encoder preset.</param>
/// <param name="Block">Block size of the map, luma samples.</param>
public sealed record AllocationSection(string Allocator, int BaseQp, string Gop, EncoderPreset Preset, int Block)
{
    /// <summary>Rate control only: the size asked for.</summary>
    public long? TargetBytes { get; init; }

    /// <summary>Rate control only: archive or video, whichever the target counts.</summary>
    public string? TargetOf { get; init; }

    /// <summary>The task whose prediction the QPs follow.</summary>
    public string? Task { get; init; }

    /// <summary>SHA-256 of the weights that predicted.</summary>
    public string? WeightsSha256 { get; init; }

    /// <summary>The policy that chose the QPs.</summary>
    public PolicyChoice? Policy { get; init; }

    /// <summary>The search that the QPs come from.</summary>
    public SearchProof? Search { get; init; }
}
