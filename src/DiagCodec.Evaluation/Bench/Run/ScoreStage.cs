using System.Diagnostics;
using DiagCodec.Evaluation.Bench.Score;
using DiagCodec.Evaluation.Bench.Store;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Evaluation.Bench.Run;

/// <summary>Fourth stage: what the network finds on decoded slices, or what a method's own found. Equal ones are looked at once, whichever methods they come from.</summary>
internal static class ScoreStage
{
    /// <param name="run">What all workers know.</param>
    /// <param name="point">Whose case it is.</param>
    /// <param name="decoded">SHA-256 of the decoded slices.</param>
    public static string Key(RunContext run, PointWork point, string decoded) =>
        StageKey.Score(decoded, point.Case.Facts!.Case.Sha256, point.Network.Sha256, run.Setup.Task);

    /// <returns>Null where it is missing or broken.</returns>
    public static ScoreFacts? Read(RunContext run, PointWork point, string decoded)
    {
        var key = Key(run, point, decoded);
        return CacheFile.Read(run.Folder.Score(key), key, CacheContext.Default.ScoreFacts);
    }

    /// <param name="run">What all workers know.</param>
    /// <param name="point">Whose case it is.</param>
    /// <param name="contents">Of its case.</param>
    /// <param name="decoded">SHA-256 of what was decoded.</param>
    /// <param name="find">Called where nobody scored the same before.</param>
    /// <param name="cancellation">Ends the wait for others that do.</param>
    public static async Task<ScoreFacts> MakeAsync(
        RunContext run, PointWork point, CaseContents contents, string decoded, Func<LabelMap> find, CancellationToken cancellation)
    {
        var key = Key(run, point, decoded);
        using var gate = await run.Gates.EnterAsync(key, cancellation);
        if (Read(run, point, decoded) is { } there)
        {
            return there;
        }

        var watch = Stopwatch.StartNew();
        var found = find();
        var seconds = watch.Elapsed.TotalSeconds;
        var facts = new ScoreFacts(
            AgreementOf.Maps(contents.Own, found, run.Classes), AgreementOf.Maps(contents.Truth, found, run.Classes), LabelFile.Sha256(found), seconds);
        LabelFile.Write(run.Folder.Found(key), found);
        CacheFile.Write(run.Folder.Score(key), key, facts, CacheContext.Default.ScoreFacts);
        return facts;
    }
}
