using DiagCodec.Evaluation.Bench.Results;
using DiagCodec.Evaluation.Bench.Store;
using DiagCodec.Metrics.Images;

namespace DiagCodec.Evaluation.Bench.Run;

/// <summary>What is there of a point; null for stages whose result is missing or broken.</summary>
internal sealed record StoredPoint(CodedFacts? Coded, DecodedFacts? Decoded, QpFacts? Qps, ScoreFacts? Score)
{
    public static StoredPoint Nothing { get; } = new(null, null, null, null);

    public bool IsComplete => Coded is not null && Decoded is not null && Score is not null && (Coded.QpsSha256 is null || Qps is not null);

    public static StoredPoint Read(RunContext run, PointWork point) => new CodedFolder(run.Folder.Coded(point.Key), point.Key).Read() is { } coded
        ? Nothing.With(run, point, coded)
        : Nothing;

    /// <summary>What goes with a stream.</summary>
    public StoredPoint With(RunContext run, PointWork point, CodedFacts coded)
    {
        var (folder, facts) = (run.Folder, point.Case.Facts!);
        var key = StageKey.Decoded(point.Key, coded.StreamSha256, run.Window);
        var qps = coded.QpsSha256 is null ? null : StageKey.Qps(point.Key, coded.QpsSha256, facts.MaskSha256);
        var decoded = CacheFile.Read(folder.Decoded(key), key, CacheContext.Default.DecodedFacts);
        return this with
        {
            Coded = coded,
            Decoded = decoded,
            Qps = qps is null ? null : CacheFile.Read(folder.Qps(qps), qps, CacheContext.Default.QpFacts),
            Score = decoded is null ? null : ScoreStage.Read(run, point, decoded.Sha256),
        };
    }

    public PointTimes Times => new(Coded!.Allocate, Coded.Encode, Decoded!.Decode, Decoded.Compare, Score!.Seconds);

    public PointOutcome ToOutcome(PointWork point)
    {
        var (coded, decoded, score) = (Coded!, Decoded!, Score!);
        var measured = point.Named with
        {
            Figures = new PointFigures(
                coded.Bytes,
                BitsPerVoxel.Of(coded.Bytes, point.Case.Facts!.Case.Voxels),
                coded.BitDepth,
                decoded.Sha256,
                score.Own,
                score.Truth,
                [])
            {
                Psnr = decoded.Psnr,
                WindowPsnr = decoded.WindowPsnr,
                WindowSsim = decoded.WindowSsim,
                ForegroundQp = Qps?.Foreground,
                BackgroundQp = Qps?.Background,
            },
            Times = Times,
        };
        return new PointOutcome(measured, [.. coded.Commands, decoded.Command]);
    }
}
