using System.Collections.Immutable;
using DiagCodec.Evaluation.Reports.Markup;
using DiagCodec.Imaging.Series;

namespace DiagCodec.Evaluation.Reports.Encode;

/// <summary>What was odd about the source.</summary>
internal static class Findings
{
    public static void Write(HtmlWriter html, ImmutableArray<SeriesFinding> findings)
    {
        html.Start("section").Element("h2", "Findings about the source");
        if (findings.IsDefaultOrEmpty)
        {
            html.Element("p", "Nothing unusual was found.", ("class", "quiet")).End();
            return;
        }

        html.Start("ul", ("class", "findings"));
        foreach (var finding in findings)
        {
            html.Start("li").Element("code", finding.Code).Text(" " + finding.Message).End();
        }

        html.End().End();
    }
}
