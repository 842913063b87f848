using System.Globalization;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Allocation.Policies.Search;

/// <summary>How far a search goes.</summary>
public sealed record PlanSearchOptions
{
    public const int LeastTrials = 2;

    public const int LargestTrials = 200;

    public const double StandardMinimumDice = 0.95;

    /// <summary>Encodes at most; 2 to 200. It ends sooner where nothing is left that could be cheaper.</summary>
    public required int MostTrials { get; init; }

    /// <summary>Own Dice to keep, above 0 and at most 1.</summary>
    public double MinimumDice { get; init; } = StandardMinimumDice;

    /// <exception cref="UsageException">A value is out of range; all are named.</exception>
    public void Validate()
    {
        var faults = new List<string>();
        if (MostTrials is < LeastTrials or > LargestTrials)
        {
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"--search {MostTrials}: expected {LeastTrials} to {LargestTrials}"));
        }

        if (MinimumDice is not (> 0 and <= 1))
        {
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"--min-dice {MinimumDice}: expected a number above 0 and at most 1"));
        }

        if (faults.Count > 0)
        {
            throw new UsageException(string.Join("; ", faults));
        }
    }
}
