using DiagCodec.Coding.Encode;
using DiagCodec.Coding.Plans;
using DiagCodec.Coding.Prepare;
using DiagCodec.Imaging.Series;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Coding.Tests.Support;

/// <summary>Jobs for encoders.</summary>
internal static class Requests
{
    public static TimeSpan Watchdog { get; } = TimeSpan.FromSeconds(60);

    public static EncodeRequest Of(Volume volume, string workFolder, int depth = 8, ChromaFormat chroma = ChromaFormat.Luma400)
    {
        var frames = Frames(volume, depth, chroma);
        return new EncodeRequest(frames, Plan(frames, 32), workFolder);
    }

    public static FrameSequence Frames(Volume volume, int depth, ChromaFormat chroma) =>
        new(volume, SampleMappingChoice.For(volume, depth, null), PaddingRuns.Find(volume), chroma);

    public static CodingPlan Plan(FrameSequence frames, int qp, QpMap? map = null) => new(
        "test",
        qp,
        "flat",
        EncoderPreset.Fast,
        map ?? new QpMap(
            64,
            QpMap.BlocksAcross(frames.Format.Width, 64),
            QpMap.BlocksAcross(frames.Format.Height, 64),
            [.. Enumerable.Range(0, frames.Count).Select(_ => new FrameQps(qp, []))]));

    /// <summary>Three frames, each larger than a pipe's buffer.</summary>
    public static Volume Large() => Volumes.Random(1, 512, 512, 3, SampleFormat.UInt8, 0, 255);

    /// <summary>Three frames that fit into a pipe's buffer together.</summary>
    public static Volume Small() => Volumes.Random(1, 64, 64, 3, SampleFormat.UInt8, 0, 255);

    public static PreparedSeries Prepared(Volume volume, int? depth = null)
    {
        var origins = Enumerable.Range(0, volume.Slices).Select(z => new SliceOrigin(0, z));
        var headers = new SourceHeaders(SourceKind.Nifti, [new byte[] { 1, 2, 3 }], [.. origins]);
        return PreparedSeries.Of(new ImageSeries("in", "in", "test", volume, headers, 1000, []), depth, null, null);
    }

    public static byte[] AllFrames(FrameSequence frames)
    {
        var all = new byte[frames.Count * frames.Format.FrameBytes];
        for (var i = 0; i < frames.Count; i++)
        {
            frames.Write(i, all.AsSpan(i * frames.Format.FrameBytes, frames.Format.FrameBytes));
        }

        return all;
    }
}
