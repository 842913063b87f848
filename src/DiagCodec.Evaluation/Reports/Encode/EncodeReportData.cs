using DiagCodec.Coding.Encode;
using DiagCodec.Coding.Plans;
using DiagCodec.Coding.Prepare;
using DiagCodec.Evaluation.Regions;
using DiagCodec.Evaluation.Reports.Pictures;
using DiagCodec.Evaluation.Tasks;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Evaluation.Reports.Encode;

/// <summary>Everything that a report of one encode is made of. The same data give the same page, byte for byte.</summary>
/// <param name="Prepared">What was encoded.</param>
/// <param name="Plan">With which QPs.</param>
/// <param name="Result">What came of it.</param>
/// <param name="Sampler">Which watched it.</param>
/// <param name="Elapsed">Wall time of the encode, reading left out.</param>
public sealed record EncodeReportData(
    PreparedSeries Prepared, CodingPlan Plan, EncodeResult Result, ReconstructionSampler Sampler, TimeSpan Elapsed)
{
    /// <summary>What the pictures show; null: chosen by <see cref="IntensityViewChoice"/>.</summary>
    public DisplayWindow? Window { get; init; }

    /// <summary>Outlined over the pictures; of the series' size, or null.</summary>
    public LabelMap? Mask { get; init; }

    /// <summary>Bits and error inside and outside of <see cref="Mask"/>; null without one.</summary>
    public RegionFigures? Regions { get; init; }

    /// <summary>What a network finds before and after coding; null where none was asked. Both are outlined over the pictures.</summary>
    public TaskAgreement? Task { get; init; }
}
