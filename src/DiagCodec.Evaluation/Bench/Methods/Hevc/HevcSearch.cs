using System.Diagnostics;
using DiagCodec.Allocation.Policies.Files;
using DiagCodec.Allocation.Policies.Search;
using DiagCodec.Coding.Plans;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Evaluation.Bench.Methods.Hevc;

/// <summary>What encode --search finds on a case.</summary>
internal static class HevcSearch
{
    /// <summary>Trials that a search usually takes, for estimates.</summary>
    public const int UsualTrials = 12;

    /// <param name="codec">Says what its encoder takes.</param>
    /// <param name="setting">Of the method.</param>
    /// <param name="policy">Null for a search without one.</param>
    /// <param name="trials">Encodes and judges.</param>
    /// <param name="input">The case.</param>
    /// <param name="minimum">Own Dice to keep.</param>
    /// <param name="cancellation">Ends encoder and network.</param>
    /// <returns>The cheapest plan that keeps it, and what choosing took, all trials as they took when they were done.</returns>
    /// <exception cref="UsageException">No trial keeps the minimum.</exception>
    /// <exception cref="ToolException">The encoder failed.</exception>
    public static async Task<(CodingPlan Plan, TimeSpan Time)> RunAsync(
        HevcCodec codec, HevcSetting setting, PolicyModel? policy, HevcTrials trials, BenchInput input, double minimum, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var families = CandidatePlans.Of(new CandidateRequest(input.Prepared, input.Mask, setting.Preset)
        {
            Policy = policy,
            Tradeoff = policy is null ? 0 : policy.Document.Tradeoffs.Length / 2,
            Gop = setting.Gop,
            SmallestBlock = codec.SmallestBlock,
        });
        var time = watch.Elapsed;
        var options = new PlanSearchOptions { MostTrials = setting.Candidates, MinimumDice = minimum };
        var found = await new PlanSearch(trials, options).RunAsync(families, cancellation);
        return found.Keeps
            ? (found.Best.Candidate.Plan, time + trials.Time)
            : throw new UsageException(FormattableString.Invariant(
                $"none of {found.Trials.Length} trials keeps own Dice {minimum}: the best, {found.Best.Candidate.Name}, has {found.Best.OwnDice:0.####}; allow more candidates, or ask for less"));
    }
}
