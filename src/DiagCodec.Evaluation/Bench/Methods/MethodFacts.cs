using System.Collections.Immutable;

namespace DiagCodec.Evaluation.Bench.Methods;

/// <summary>What a table says of a method.</summary>
/// <param name="Name">Of the experiment.</param>
/// <param name="Description">Codec and choice of QPs in a few words, such as: x265 balanced, step GOP, ROI map 0/+6 of 32 px blocks.</param>
/// <param name="Parameter">What the grid counts: QP, CRF, bits per voxel, quality, ratio, distance; or lossless.</param>
/// <param name="Grid">As in the experiment, at least one.</param>
/// <param name="BitDepth">8 or 12; null: what <see cref="DiagCodec.Coding.Prepare.SampleMappingChoice"/> takes for the source.</param>
/// <param name="IsWindowed">The task's input window is coded, not the full range.</param>
/// <param name="UsesMask">The streams depend on the mask.</param>
/// <param name="SecondsPerMegavoxel">A guess at encoding time on one core, for estimates before anything was measured.</param>
public sealed record MethodFacts(
    string Name,
    string Description,
    string Parameter,
    ImmutableArray<double> Grid,
    int? BitDepth,
    bool IsWindowed,
    bool UsesMask,
    double SecondsPerMegavoxel)
{
    /// <summary>The streams depend on what the network finds in decoded slices.</summary>
    public bool AsksNetwork { get; init; }

    /// <summary>
    /// How many parameters of the method's policy its last tuning trained for one trade-off, 0 where it was only pretrained; null for
    /// methods without a policy.
    /// </summary>
    public long? TunedParameters { get; init; }

    /// <summary>No image comes back, only label maps: what is scored is what the codec's own network marks.</summary>
    public bool GivesLabels { get; init; }

    public bool IsLossless => Parameter == Lossless;

    public const string Lossless = "lossless";
}
