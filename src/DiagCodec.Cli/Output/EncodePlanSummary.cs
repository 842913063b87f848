using System.Collections.Immutable;
using DiagCodec.Allocation.Policies.Search;
using DiagCodec.Coding.Plans;
using DiagCodec.Coding.Prepare;
using DiagCodec.Imaging.Series;

namespace DiagCodec.Cli.Output;

/// <summary>What <c>encode --dry-run --json</c> prints.</summary>
internal sealed record EncodePlanSummary(
    string Output,
    string Series,
    string Description,
    int Slices,
    FrameFormat Format,
    SampleMapping Mapping,
    string Allocator,
    int BaseQp,
    string Gop,
    string Preset,
    int Block,
    PolicyChoice? Policy,
    PlanSearchOptions? Search,
    ImmutableArray<SeriesFinding> Findings);
