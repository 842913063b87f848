using System.Collections.Immutable;

namespace DiagCodec.Allocation.Policies.Search;

/// <summary>
/// What a search knows of a family. Dice and bytes are taken to fall along it, so that what may still be both good enough and cheaper
/// lies between two indices.
/// </summary>
internal sealed class SearchedFamily
{
    private readonly SortedDictionary<int, PlanTrial> _trials = [];
    private readonly double _minimum;

    public SearchedFamily(ImmutableArray<PlanCandidate> candidates, int start, double minimum)
    {
        (Candidates, Start, _minimum) = (candidates, start, minimum);
        Qps = [.. candidates.Select(c => EffectiveQp.Of(c.Plan.Map))];
    }

    public ImmutableArray<PlanCandidate> Candidates { get; }

    public int Start { get; }

    /// <summary>Of every candidate, see <see cref="EffectiveQp"/>.</summary>
    public ImmutableArray<double> Qps { get; }

    public bool IsTried => _trials.Count > 0;

    public int Tries => _trials.Count;

    public IEnumerable<(double Qp, PlanTrial Trial)> Trials => _trials.Select(t => (Qps[t.Key], t.Value));

    /// <summary>The coarsest that is known to keep the minimum.</summary>
    public (double Qp, PlanTrial Trial)? Kept { get; private set; }

    /// <summary>The finest that is known not to keep it.</summary>
    public (double Qp, PlanTrial Trial)? Lost { get; private set; }

    public void Add(int index, PlanTrial trial)
    {
        _trials.Add(index, trial);
        if (trial.OwnDice >= _minimum)
        {
            Kept = (Qps[index], trial);
        }
        else
        {
            Lost = (Qps[index], trial);
        }
    }

    /// <summary>The first and last index that may still win; the first is above the last where none is left.</summary>
    /// <param name="bytes">Of the best so far; null while none keeps the minimum.</param>
    public (int First, int Last) Open(long? bytes)
    {
        var (first, last) = (0, Candidates.Length - 1);
        foreach (var (index, trial) in _trials)
        {
            if (trial.OwnDice >= _minimum || trial.VideoBytes >= bytes)
            {
                first = Math.Max(first, index + 1);
            }

            if (trial.OwnDice < _minimum)
            {
                last = Math.Min(last, index - 1);
            }
        }

        return (first, last);
    }

    /// <summary>The last index up to a QP, within what is open.</summary>
    public int IndexAt(double qp, (int First, int Last) open)
    {
        var index = open.First;
        while (index < open.Last && Qps[index + 1] <= qp)
        {
            index++;
        }

        return index;
    }
}
