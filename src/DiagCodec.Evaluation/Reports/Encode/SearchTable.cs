using System.Globalization;
using DiagCodec.Coding.Plans;
using DiagCodec.Evaluation.Reports.Markup;

namespace DiagCodec.Evaluation.Reports.Encode;

/// <summary>Every plan that a search tried, and which one was taken.</summary>
internal static class SearchTable
{
    public static void Write(HtmlWriter html, EncodeReportData data)
    {
        if (data.Result.Manifest.Allocation.Search is not { } search)
        {
            return;
        }

        html.Start("section", ("class", "regions")).Element("h2", "Plans that were tried").Start("table").Start("thead").Start("tr");
        foreach (var head in (string[])["plan", "bytes of video", "own Dice", ""])
        {
            html.Element("th", head);
        }

        html.End().End().Start("tbody");
        for (var i = 0; i < search.Trials.Length; i++)
        {
            Row(html, search.Trials[i], i == search.Winner ? "taken" : search.Trials[i].OwnDice < search.MinimumDice ? "too low" : "");
        }

        html.End().End().Element("p", Words(search), ("class", "quiet")).End();
    }

    private static void Row(HtmlWriter html, SearchProofTrial trial, string word) => html
        .Start("tr")
        .Element("th", trial.Name, ("scope", "row"))
        .Element("td", Quantity.Count(trial.VideoBytes))
        .Element("td", trial.OwnDice.ToString("0.0000", CultureInfo.InvariantCulture))
        .Element("td", word)
        .End();

    private static string Words(SearchProof search) => string.Create(
        CultureInfo.InvariantCulture,
        $"Each plan was really encoded, and the network judged each reconstruction against its own prediction on the uncompressed slices. The cheapest with an own Dice of {search.MinimumDice} or more was taken; up to {search.MostTrials} were allowed.");
}
