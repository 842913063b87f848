using DiagCodec.Evaluation.Bench.Methods;
using DiagCodec.Evaluation.Bench.Store;

namespace DiagCodec.Evaluation.Bench.Run;

/// <summary>Second stage of methods that plan: of points with equal plans the first encodes, and the others copy its stream.</summary>
internal static class PlanStage
{
    public static async Task<CodedFacts> CodedAsync(
        RunContext run, PointWork point, IPlannedMethod method, BenchInput input, BenchPlan plan, CancellationToken cancellation)
    {
        var key = StageKey.Plan(point.Case.Facts!.Case.Sha256, run.Window, method.Facts, plan.Identity);
        using var gate = await run.Gates.EnterAsync(key, cancellation);
        if (Shared(run, key) is var (folder, there))
        {
            var facts = there with { Allocate = plan.Allocation.TotalSeconds };
            CodingStage.Folder(run, point).Copy(folder, facts);
            return facts;
        }

        var made = await CodingStage.EncodeAsync(run, point, input, plan.Allocation, stream => method.EncodeAsync(input, plan, stream, cancellation));
        CacheFile.Write(run.Folder.Plan(key), key, new PlanFacts(point.Key), CacheContext.Default.PlanFacts);
        return made;
    }

    /// <returns>Null where the stream is missing or broken, or its point failed, so that it may be what is wrong.</returns>
    private static (CodedFolder Folder, CodedFacts Facts)? Shared(RunContext run, string key)
    {
        if (CacheFile.Read(run.Folder.Plan(key), key, CacheContext.Default.PlanFacts) is not { } plan || File.Exists(run.Folder.Failed(plan.Point)))
        {
            return null;
        }

        var folder = new CodedFolder(run.Folder.Coded(plan.Point), plan.Point);
        return folder.Read() is { } facts && folder.IsWhole(facts) ? (folder, facts) : null;
    }
}
