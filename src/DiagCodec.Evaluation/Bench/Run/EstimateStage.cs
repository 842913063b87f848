using System.Collections.Immutable;

namespace DiagCodec.Evaluation.Bench.Run;

/// <summary>Counts what is there and what the rest would take.</summary>
internal static class EstimateStage
{
    private const double VoxelsPerMegavoxel = 1e6;

    /// <summary>Of a case that nothing is known of: 33 CT slices.</summary>
    private const double UsualMegavoxels = 512 * 512 * 33 / VoxelsPerMegavoxel;

    public static BenchEstimate Of(RunContext run, ImmutableArray<CaseWork> cases, CancellationToken cancellation)
    {
        var methods = run.Setup.Methods.Select(m => m.Facts).ToImmutableArray();
        var costs = new PointCosts(methods);
        var missing = cases.Select(work =>
        {
            cancellation.ThrowIfCancellationRequested();
            return Missing(run, work, methods.Length, costs);
        }).ToArray();
        var known = cases.Where(c => c.Facts is not null).Select(Megavoxels).DefaultIfEmpty(UnknownMegavoxels(run)).Average();
        return new BenchEstimate(
            [
                .. methods.Select((facts, m) => new MethodEstimate(
                    facts.Name,
                    facts.Grid.Length * cases.Length,
                    missing.Sum(counts => counts[m]),
                    cases.Select((work, i) => missing[i][m] * costs.Of(m, work.Facts is null ? known : Megavoxels(work))).Sum(),
                    costs.IsMeasured(m))),
            ],
            cases.Length,
            run.Options.Workers);
    }

    private static double Megavoxels(CaseWork work) => work.Facts!.Case.Voxels / VoxelsPerMegavoxel;

    private static double UnknownMegavoxels(RunContext run) => run.Setup.Experiment.Data.Phantom is { } phantom
        ? (double)phantom.Size * phantom.Size * phantom.Slices / VoxelsPerMegavoxel
        : UsualMegavoxels;

    /// <summary>Points that a run would work on, by method. Without the case's facts no key is known, so that all count.</summary>
    private static int[] Missing(RunContext run, CaseWork work, int methods, PointCosts costs)
    {
        if (CaseStage.Kept(run, work) is not { } facts)
        {
            return [.. run.Setup.Methods.Select(m => m.Facts.Grid.Length)];
        }

        work.Prepare(run, facts, null);
        var missing = new int[methods];
        foreach (var point in work.Points)
        {
            var stored = StoredPoint.Read(run, point);
            if (stored.IsComplete)
            {
                costs.Add(point.MethodIndex, Megavoxels(work), stored.Times);
            }
            else if (run.Options.Retry || FailedPoint.Read(run, point) is null)
            {
                missing[point.MethodIndex]++;
            }
        }

        return missing;
    }
}
