using System.Text.RegularExpressions;
using DiagCodec.Coding.Plans;

namespace DiagCodec.Coding.Archive;

/// <summary>Checks what a manifest says of how its QPs came about.</summary>
internal static partial class AllocationCheck
{
    private const double HighestTradeoff = 100;

    private const int MostTrials = 200;

    private const int LongestName = 200;

    /// <param name="manifest">Whose allocation is checked; the search against its entries too.</param>
    /// <param name="require">Told what must hold, and how it is called where it does not.</param>
    public static void Run(Manifest manifest, Action<bool, string> require)
    {
        var a = manifest.Allocation;
        require(QpMap.BlockSizes.Contains(a.Block), $"blocks of {a.Block}");
        require(IsQp(a.BaseQp), $"a base QP of {a.BaseQp}");
        require(Enum.IsDefined(a.Preset) && GopStructure.All.Any(g => g.Name == a.Gop), "an unknown preset or GOP structure");
        if (a.Policy is { } policy)
        {
            require(PolicyName().IsMatch(policy.Name), "a policy without a name");
            require(Sha256().IsMatch(policy.WeightsSha256), "a policy whose weights have no SHA-256");
            require(policy.Tradeoff is >= 0 and <= HighestTradeoff, $"a trade-off of {policy.Tradeoff}");
            require(policy.Shift is >= -QpMap.HighestQp and <= QpMap.HighestQp, $"a policy shifted by {policy.Shift}");
        }

        if (a.Search is { } search)
        {
            Search(search, manifest, require);
        }
    }

    private static void Search(SearchProof search, Manifest manifest, Action<bool, string> require)
    {
        require(search.MinimumDice is > 0 and <= 1, $"a minimum Dice of {search.MinimumDice}");
        require(search.MostTrials <= MostTrials && !search.Trials.IsDefaultOrEmpty && search.Trials.Length <= search.MostTrials, $"a search of up to {search.MostTrials} trials with another number of them");
        require(search.Trials.All(t => t is { VideoBytes: > 0, OwnDice: >= 0 and <= 1 } && IsName(t.Name)), "a trial without name or bytes, or with a Dice that is none");
        require(search.Winner >= 0 && search.Winner < search.Trials.Length, $"trial {search.Winner} of {search.Trials.Length} as winner");
        var winner = search.Trials[search.Winner];
        require(winner.OwnDice >= search.MinimumDice, $"a winner with Dice {winner.OwnDice} where {search.MinimumDice} was the minimum");
        require(search.Trials.All(t => t.OwnDice < search.MinimumDice || t.VideoBytes >= winner.VideoBytes), "a winner that is not the cheapest");
        require(
            !manifest.Entries.TryGetValue(EntryNames.Video, out var video) || video.Bytes == winner.VideoBytes,
            $"a winner of {winner.VideoBytes} bytes with another video");
    }

    private static bool IsQp(int qp) => qp is >= QpMap.LowestQp and <= QpMap.HighestQp;

    private static bool IsName(string name) => name is { Length: > 0 and <= LongestName } && !name.Any(char.IsControl);

    [GeneratedRegex(@"\A[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex PolicyName();

    [GeneratedRegex(@"\A[0-9a-f]{64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Sha256();
}
