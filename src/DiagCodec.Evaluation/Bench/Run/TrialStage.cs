using System.Diagnostics;
using DiagCodec.Evaluation.Bench.Methods;
using DiagCodec.Evaluation.Bench.Store;
using DiagCodec.Imaging.Volumes;
using DiagCodec.Metrics.Segmentation;
using DiagCodec.Segmentation.Infer;

namespace DiagCodec.Evaluation.Bench.Run;

/// <summary>Plans that searches try, kept for all points of a case: bytes by plan, the network's answers by decoded slices, as those of all methods.</summary>
/// <param name="run">What all workers know.</param>
/// <param name="point">That searches.</param>
/// <param name="contents">Of its case.</param>
/// <param name="open">The worker's segmenter for the case.</param>
internal sealed class TrialStage(RunContext run, PointWork point, CaseContents contents, Func<CaseSegmenter> open) : IBenchJudge
{
    public async Task<BenchTrial> TryAsync(string plan, Func<Task<EncodedTrial>> encode, CancellationToken cancellation)
    {
        var key = StageKey.Trial(point.Case.Facts!.Case.Sha256, run.Window, point.Method.Facts, plan);
        using var gate = await run.Gates.EnterAsync(key, cancellation);
        var facts = CacheFile.Read(run.Folder.Trial(key), key, CacheContext.Default.TrialFacts);
        var score = facts is null ? null : ScoreStage.Read(run, point, facts.DecodedSha256);
        if (facts is null || score is null)
        {
            var (encoded, seconds) = await TimedAsync(encode);
            var sha256 = DecodedCase.Hash(encoded.Decoded);
            score = await ScoreAsync(sha256, encoded.Decoded, cancellation);
            facts = new TrialFacts(encoded.Bytes, encoded.ReconstructionSha256, sha256, seconds);
            CacheFile.Write(run.Folder.Trial(key), key, facts, CacheContext.Default.TrialFacts);
        }

        return new BenchTrial(facts.Bytes, facts.ReconstructionSha256, OwnDice(score), facts.Encode + score.Seconds);
    }

    private async Task<ScoreFacts> ScoreAsync(string sha256, Volume decoded, CancellationToken cancellation) =>
        ScoreStage.Read(run, point, sha256) ?? await ScoreStage.MakeAsync(run, point, contents, sha256, () => open().Segment(decoded, cancellation), cancellation);

    private static async Task<(EncodedTrial Encoded, double Seconds)> TimedAsync(Func<Task<EncodedTrial>> encode)
    {
        var watch = Stopwatch.StartNew();
        var encoded = await encode();
        return (encoded, watch.Elapsed.TotalSeconds);
    }

    private static double OwnDice(ScoreFacts score) => ClassMeans.Of(ConfusionCounts.FromRows(score.Own.Voxels.AsSpan())).ForegroundDice ?? 1;
}
