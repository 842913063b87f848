using System.Collections.Immutable;
using DiagCodec.Evaluation.Bench.Results;

namespace DiagCodec.Evaluation.Bench.Run;

/// <summary>Counts what is there and what the rest would take.</summary>
internal static class EstimateStage
{
    /// <summary>Of a case that nothing is known of: 33 CT slices.</summary>
    private const double UsualMegavoxels = 512 * 512 * 33 / CaseWork.VoxelsPerMegavoxel;

    public static BenchEstimate Of(RunContext run, ImmutableArray<CaseWork> cases, CancellationToken cancellation)
    {
        var methods = run.Setup.Methods.Select(m => m.Facts).ToImmutableArray();
        var costs = new PointCosts(methods);
        var looks = cases.AsParallel().AsOrdered().WithDegreeOfParallelism(run.Options.Workers).WithCancellation(cancellation)
            .Select(work => Look(run, work, methods.Length))
            .ToArray();

        // Added up in order, since sums of fractions depend on it.
        foreach (var (point, times) in looks.SelectMany(l => l.Measured))
        {
            costs.Add(point.MethodIndex, point.Case.Megavoxels, times);
        }

        var known = cases.Where(c => c.Facts is not null).Select(c => c.Megavoxels).DefaultIfEmpty(UnknownMegavoxels(run)).Average();
        return new BenchEstimate(
            [
                .. methods.Select((facts, m) => new MethodEstimate(
                    facts.Name,
                    facts.Grid.Length * cases.Length,
                    looks.Sum(l => l.Missing[m]),
                    cases.Select((work, i) => looks[i].Missing[m] * costs.Of(m, work.Facts is null ? known : work.Megavoxels)).Sum(),
                    costs.IsMeasured(m))),
            ],
            cases.Length,
            run.Options.Workers);
    }

    private static double UnknownMegavoxels(RunContext run) => run.Setup.Experiment.Data.Phantom is { } phantom
        ? (double)phantom.Size * phantom.Size * phantom.Slices / CaseWork.VoxelsPerMegavoxel
        : UsualMegavoxels;

    /// <summary>Points that a run would work on, by method, and what the others took. Without the case's facts no key is known, so that all count.</summary>
    private static (int[] Missing, List<(PointWork Point, PointTimes Times)> Measured) Look(RunContext run, CaseWork work, int methods)
    {
        if (CaseStage.Kept(run, work) is not { } facts)
        {
            return ([.. run.Setup.Methods.Select(m => m.Facts.Grid.Length)], []);
        }

        work.Prepare(run, facts, null);
        var (missing, measured) = (new int[methods], new List<(PointWork, PointTimes)>());
        foreach (var point in work.Points)
        {
            var stored = StoredPoint.Read(run, point);
            if (stored.IsComplete)
            {
                measured.Add((point, stored.Times));
            }
            else if (run.Options.Retry || FailedPoint.Read(run, point) is null)
            {
                missing[point.MethodIndex]++;
            }
        }

        return (missing, measured);
    }
}
