using System.Collections.Immutable;
using DiagCodec.Evaluation.Bench.Methods.External.Stills;
using DiagCodec.Evaluation.Bench.Methods.External.Video;

namespace DiagCodec.Evaluation.Bench.Methods.External;

/// <summary>Codecs of other projects that a bench compares with: they get the same frames and no mask.</summary>
public static class ExternalCodecs
{
    /// <summary>In the order of docs/bench.md.</summary>
    public static ImmutableArray<CodecEntry> All { get; } =
    [
        X264.Entry,
        X265Default.Entry,
        X265Abr.Entry,
        HevcIntra.Entry,
        Jpeg.Entry,
        Jpeg2000.Entry,
        JpegLs.Entry,
        JpegXl.Entry,
    ];
}
