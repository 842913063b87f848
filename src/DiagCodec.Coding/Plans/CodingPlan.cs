namespace DiagCodec.Coding.Plans;

/// <summary>Everything that the encoder needs beside the frames.</summary>
/// <param name="Allocator">Name of what made the map: uniform, map-file ...</param>
/// <param name="BaseQp">The QP asked for, 0 to 51.</param>
/// <param name="Gop">Name of the <see cref="GopStructure"/> that the frame QPs came from.</param>
/// <param name="Preset">Speed against bits.</param>
/// <param name="Map">Frame QPs and block offsets.</param>
public sealed record CodingPlan(string Allocator, int BaseQp, string Gop, EncoderPreset Preset, QpMap Map)
{
    /// <summary>The size that the base QP was searched for; null where it was asked for.</summary>
    public long? TargetBytes { get; init; }

    /// <summary>What <see cref="TargetBytes"/> counts: archive or video.</summary>
    public string? TargetOf { get; init; }

    /// <summary>Name of the task whose prediction the QPs follow; null where they follow none.</summary>
    public string? Task { get; init; }

    /// <summary>SHA-256 of the weights that predicted, 64 lower-case hexadecimal digits; null without <see cref="Task"/>.</summary>
    public string? WeightsSha256 { get; init; }

    /// <summary>The policy that chose the QPs; null where none did.</summary>
    public PolicyChoice? Policy { get; init; }

    /// <summary>The search that the plan comes from; null where there was none.</summary>
    public SearchProof? Search { get; init; }

    /// <summary>The map follows from base QP and GOP structure alone, so that an archive need not carry it.</summary>
    public bool FollowsFromBaseQp()
    {
        var gop = GopStructure.Named(Gop);
        return Map.Frames.Select((f, i) => (f, i)).All(x => !x.f.HasOffsets && x.f.FrameQp == gop.FrameQp(BaseQp, x.i));
    }
}
