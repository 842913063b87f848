using System.Collections.Immutable;
using DiagCodec.Coding.Encode;
using DiagCodec.Coding.Plans;
using DiagCodec.Coding.Prepare;
using DiagCodec.Imaging.Series;

namespace DiagCodec.Cli.Output;

/// <summary>What <c>encode --json</c> prints.</summary>
internal sealed record EncodeSummary(
    string Output,
    string Series,
    int Columns,
    int Rows,
    int Slices,
    long SourceBytes,
    long PixelBytes,
    long VideoBytes,
    long TotalBytes,
    double BitsPerVoxel,
    double CompressionRatio,
    double? MeanPsnr,
    SampleMapping Mapping,
    string Allocator,
    PolicyChoice? Policy,
    SearchProof? Search,
    RateSummary? Rate,
    RegionSummary? Mask,
    TaskSummary? Task,
    bool Verified,
    double Seconds,
    double EncoderCpuSeconds,
    ImmutableArray<SeriesFinding> Findings,
    ImmutableArray<FrameStatistics> Frames);
