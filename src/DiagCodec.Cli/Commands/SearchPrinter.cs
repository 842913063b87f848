using System.Globalization;
using DiagCodec.Coding.Plans;

namespace DiagCodec.Cli.Commands;

/// <summary>What <c>encode</c> and <c>info</c> say of policies and searches.</summary>
internal static class SearchPrinter
{
    public static void Print(PolicyChoice? policy, TextWriter writer)
    {
        if (policy is not null)
        {
            var shift = policy.Shift == 0 ? "" : Line($", QPs {policy.Shift:+0;-0} by the search");
            writer.WriteLine(Line($"  policy    {policy.Name}, trade-off {policy.Tradeoff}{shift}, weights {policy.WeightsSha256}"));
        }
    }

    public static void Print(SearchProof? search, TextWriter writer)
    {
        if (search is null)
        {
            return;
        }

        writer.WriteLine(Line($"  search    {search.Trials.Length} of up to {search.MostTrials} plans tried, the cheapest with an own Dice of {search.MinimumDice} or more taken (*)"));
        for (var i = 0; i < search.Trials.Length; i++)
        {
            var trial = search.Trials[i];
            writer.WriteLine(Line($"          {(i == search.Winner ? '*' : ' ')} {trial.VideoBytes,10} bytes, Dice {trial.OwnDice:0.0000}: {trial.Name}"));
        }
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
