using DiagCodec.Allocation.Policies.Files;
using DiagCodec.Coding.Plans;
using DiagCodec.Coding.Prepare;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Allocation.Policies.Search;

/// <summary>What candidate plans are made from.</summary>
/// <param name="Prepared">The series.</param>
/// <param name="Mask">One label a pixel of the slices; any class but 0 is foreground.</param>
/// <param name="Preset">Of every plan.</param>
public sealed record CandidateRequest(PreparedSeries Prepared, LabelMap Mask, EncoderPreset Preset)
{
    /// <summary>Null where there is none. Not disposed of.</summary>
    public PolicyModel? Policy { get; init; }

    /// <summary>Index of the policy's trade-off to begin with.</summary>
    public int Tradeoff { get; init; }

    /// <summary>Of maps and uniform QPs.</summary>
    public GopStructure Gop { get; init; } = GopStructure.Step;

    /// <summary>Of what the encoder can: 64, 32 or 16.</summary>
    public int SmallestBlock { get; init; } = 16;

    /// <summary>Name of the task whose mask this is, for the plans; null where there is none.</summary>
    public string? Task { get; init; }

    /// <summary>SHA-256 of the task's weights; null without <see cref="Task"/>.</summary>
    public string? WeightsSha256 { get; init; }
}
