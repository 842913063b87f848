using System.Collections.Immutable;
using System.Globalization;
using DiagCodec.Allocation.Policies.Search;
using DiagCodec.Cli.Commands.Tasks;
using DiagCodec.Coding;
using DiagCodec.Coding.Encode;
using DiagCodec.Coding.Plans;
using DiagCodec.Coding.Prepare;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Cli.Commands;

/// <summary>encode --search: the cheapest plan that a network bears.</summary>
internal static class EncodeSearch
{
    /// <param name="options">With <see cref="AllocationChoice.Search"/>.</param>
    /// <param name="prepared">The series.</param>
    /// <param name="mask">What the network found.</param>
    /// <param name="network">That judges.</param>
    /// <param name="policy">Whose proposals are tried first; null without one.</param>
    /// <param name="encoder">That encodes.</param>
    /// <param name="progress">Told after every trial.</param>
    /// <param name="cancellation">Leaves nothing behind.</param>
    /// <returns>The winner's plan with its proof, and its trial.</returns>
    /// <exception cref="VerificationException">None keeps the minimum; the best is said.</exception>
    public static async Task<(CodingPlan Plan, PlanTrial Trial)> RunAsync(
        EncodeOptions options,
        PreparedSeries prepared,
        EncodeMask mask,
        TaskNetwork network,
        EncodePolicy? policy,
        IVideoEncoder encoder,
        IProgress<CodingProgress> progress,
        CancellationToken cancellation)
    {
        var asked = options.Allocation.SearchOptions()!;
        var families = CandidatePlans.Of(new CandidateRequest(prepared, mask.Labels!, options.Preset)
        {
            Policy = policy?.Model,
            Tradeoff = policy?.Tradeoff ?? 0,
            SmallestBlock = EncodeEncoder.SmallestBlock(options),
            Task = network.Task.Name,
            WeightsSha256 = network.WeightsSha256,
        });
        var judge = new PlanJudge(prepared, mask.Found!, network.Segment, encoder) { Threads = options.Threads, PictureHash = options.PictureHash };
        var result = await new PlanSearch(judge, asked) { Progress = progress }.RunAsync(families, cancellation);
        if (!result.Keeps)
        {
            throw new VerificationException(string.Create(
                CultureInfo.InvariantCulture,
                $"none of {result.Trials.Length} plans keeps an own Dice of {asked.MinimumDice}: the best is {result.Best.Candidate.Name} with {result.Best.OwnDice:0.0000} in {result.Best.VideoBytes} bytes of video; nothing was written; ask for a lower --min-dice or a larger --search"));
        }

        return (result.Best.Candidate.Plan with { Search = Proof(result, asked) }, result.Best);
    }

    private static SearchProof Proof(PlanSearchResult result, PlanSearchOptions asked) => new(
        asked.MinimumDice,
        asked.MostTrials,
        [.. result.Trials.Select(t => new SearchProofTrial(t.Candidate.Name, t.VideoBytes, t.OwnDice))],
        result.Winner);
}
