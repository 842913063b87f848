using System.Collections.Immutable;
using DiagCodec.Coding;
using DiagCodec.Coding.Encode;
using DiagCodec.Coding.Prepare;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Allocation.Policies.Search;

/// <summary>
/// Finds the cheapest plan that lets a network find what it finds in the uncompressed slices. Families are taken in their order, each
/// tried once where it should just keep the minimum and be cheaper than the best so far; then the most promising are narrowed down. A
/// trial that does not keep the minimum rules out all coarser plans of its family, one that is dearer than the best all finer ones, so
/// that one encode often settles a family. The same input gives the same trials.
/// </summary>
public sealed class PlanSearch
{
    /// <summary>From so many tries on, a family is halved every other time, which bounds what a bent curve costs.</summary>
    private const int TriesBeforeHalving = 2;

    private readonly IPlanJudge _judge;
    private readonly PlanSearchOptions _options;

    /// <exception cref="UsageException">An option is out of range.</exception>
    public PlanSearch(IPlanJudge judge, PlanSearchOptions options)
    {
        options.Validate();
        (_judge, _options) = (judge, options);
    }

    /// <summary>Told after every trial, with the most there may be as the total.</summary>
    public IProgress<CodingProgress>? Progress { get; init; }

    /// <param name="prepared">The series.</param>
    /// <param name="own">What the network finds in the uncompressed slices.</param>
    /// <param name="segment">The network.</param>
    /// <param name="encoder">That encodes.</param>
    /// <param name="families">The most promising first; a map that several have is tried once.</param>
    /// <param name="options">How far to go.</param>
    /// <param name="progress">Told after every trial.</param>
    /// <param name="cancellation">Leaves nothing behind.</param>
    /// <exception cref="UsageException">An option is out of range.</exception>
    /// <exception cref="ToolException">The encoder is missing or failed.</exception>
    public static Task<PlanSearchResult> RunAsync(
        PreparedSeries prepared,
        LabelMap own,
        Func<Volume, CancellationToken, LabelMap> segment,
        IVideoEncoder encoder,
        ImmutableArray<PlanFamily> families,
        PlanSearchOptions options,
        IProgress<CodingProgress>? progress,
        CancellationToken cancellation) =>
        new PlanSearch(new PlanJudge(prepared, own, segment, encoder), options) { Progress = progress }.RunAsync(families, cancellation);

    /// <param name="families">The most promising first; a map that several have is tried once.</param>
    /// <param name="cancellation">Leaves nothing behind.</param>
    /// <exception cref="ArgumentException">There is no candidate.</exception>
    /// <exception cref="ToolException">The encoder is missing or failed.</exception>
    public async Task<PlanSearchResult> RunAsync(ImmutableArray<PlanFamily> families, CancellationToken cancellation)
    {
        var searched = Distinct(families);
        var trials = new List<(double Qp, PlanTrial Trial)>();
        while (trials.Count < _options.MostTrials && Next(searched, trials) is var (family, index))
        {
            Progress?.Report(new CodingProgress("searching", trials.Count, _options.MostTrials) { Unit = " trials" });
            var trial = await _judge.JudgeAsync(family.Candidates[index], cancellation);
            family.Add(index, trial);
            trials.Add((family.Qps[index], trial));
        }

        Progress?.Report(new CodingProgress("searching", trials.Count, trials.Count) { Unit = " trials" });
        return Result([.. trials.Select(t => t.Trial)]);
    }

    /// <summary>Every map once, where it stands first.</summary>
    private List<SearchedFamily> Distinct(ImmutableArray<PlanFamily> families)
    {
        var seen = new HashSet<string>();
        var searched = new List<SearchedFamily>();
        foreach (var family in families)
        {
            var start = family.Candidates[family.Start];
            var fresh = family.Candidates.Where(c => seen.Add(MapFingerprint.Of(c.Plan.Map))).ToImmutableArray();
            if (fresh.Length > 0)
            {
                searched.Add(new SearchedFamily(fresh, Math.Max(0, fresh.IndexOf(start)), _options.MinimumDice));
            }
        }

        return searched.Count > 0 ? searched : throw new ArgumentException("there is no candidate", nameof(families));
    }

    private (SearchedFamily Family, int Index)? Next(List<SearchedFamily> families, List<(double Qp, PlanTrial Trial)> trials)
    {
        if (trials.Count == 0)
        {
            return (families[0], families[0].Start);
        }

        var best = trials.Where(t => t.Trial.OwnDice >= _options.MinimumDice).Select(t => (long?)t.Trial.VideoBytes).Min();
        var open = families.Where(f => f.Open(best) is var (first, last) && first <= last).ToList();
        if (open.Count == 0)
        {
            return null;
        }

        // While nothing is good enough, what a family costs does not matter; the first is followed to its end.
        var family = best is null ? open[0]
            : open.FirstOrDefault(f => !f.IsTried)
            ?? open.MinBy(f => TrialModel.BytesAt(f, trials, f.Qps[Aim(f, trials, best)]))!;
        var within = family.Open(best);
        var halve = family.Tries >= TriesBeforeHalving && family.Tries % 2 == 0;
        return (family, halve ? (within.First + within.Last) / 2 : Aim(family, trials, best));
    }

    /// <summary>The coarsest that should keep the minimum, or the finest that should be cheaper than the best, whichever is coarser.</summary>
    private int Aim(SearchedFamily family, List<(double Qp, PlanTrial Trial)> trials, long? best)
    {
        var open = family.Open(best);
        var index = family.IndexAt(TrialModel.QpAtMinimum(family, trials, _options.MinimumDice), open);
        while (index < open.Last && TrialModel.BytesAt(family, trials, family.Qps[index]) >= best)
        {
            index++;
        }

        return index;
    }

    private PlanSearchResult Result(ImmutableArray<PlanTrial> trials)
    {
        var order = Enumerable.Range(0, trials.Length);
        var good = order.Where(i => trials[i].OwnDice >= _options.MinimumDice).ToList();
        return good.Count > 0
            ? new PlanSearchResult(trials, good.OrderBy(i => trials[i].VideoBytes).ThenByDescending(i => trials[i].OwnDice).First(), true)
            : new PlanSearchResult(trials, order.OrderByDescending(i => trials[i].OwnDice).ThenBy(i => trials[i].VideoBytes).First(), false);
    }
}
