using System.Text;
using DiagCodec.Evaluation.Bench.Results;
using DiagCodec.Evaluation.Bench.Store;
using DiagCodec.Imaging.Faults;
using DiagCodec.Networks.Files;

namespace DiagCodec.Evaluation.Bench.Run;

/// <summary>Points that failed, as the folder remembers them.</summary>
internal static class FailedPoint
{
    /// <returns>Null where it did not fail, or failed under another network.</returns>
    public static FailedFacts? Read(RunContext run, PointWork point) =>
        CacheFile.Read(run.Folder.Failed(point.Key), point.Key, CacheContext.Default.FailedFacts) is { } failed
        && (failed.Judge is null || failed.Judge == StageKey.Judge(point.Network.Sha256, run.Setup.Task))
            ? failed
            : null;

    /// <param name="run">What all workers know.</param>
    /// <param name="point">That failed.</param>
    /// <param name="fault">Why.</param>
    /// <param name="judge">Under which network; null where it was not asked.</param>
    public static BenchPoint Write(RunContext run, PointWork point, DiagCodecException fault, string? judge)
    {
        var line = FaultLine.Of(fault.Message, run.Folder.Root);
        OutputFile.Write(run.Folder.FailedLog(point.Key), overwrite: true, stream => stream.Write(Encoding.UTF8.GetBytes($"{fault}\n")));
        CacheFile.Write(run.Folder.Failed(point.Key), point.Key, new FailedFacts(line, judge), CacheContext.Default.FailedFacts);
        return point.Named with { Error = line };
    }

    public static void Remove(RunContext run, PointWork point) => OutputFile.Guard(run.Folder.Failed(point.Key), () =>
    {
        File.Delete(run.Folder.Failed(point.Key));
        File.Delete(run.Folder.FailedLog(point.Key));
    });
}
