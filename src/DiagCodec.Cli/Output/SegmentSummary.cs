using System.Collections.Immutable;
using DiagCodec.Cli.Commands.Tasks;
using DiagCodec.Imaging.Series;

namespace DiagCodec.Cli.Output;

/// <summary>What <c>segment --json</c> prints.</summary>
internal sealed record SegmentSummary(
    string Output,
    string Series,
    string Task,
    string Weights,
    string WeightsSha256,
    ImmutableArray<ClassVolume> Classes,
    double Seconds,
    ImmutableArray<SeriesFinding> Findings);
