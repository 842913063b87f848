using System.Reflection;
using DiagCodec.Evaluation.Reports.Markup;

namespace DiagCodec.Evaluation.Reports.Page;

/// <summary>What all reports share: head, style sheet, the small script for zooming.</summary>
public static class ReportPage
{
    /// <summary>The page may load nothing and send nothing, whatever a description smuggles in (CSP level 3).</summary>
    private const string Policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'";

    /// <param name="output">UTF-8; stays open.</param>
    /// <param name="kind">What kind of report.</param>
    /// <param name="subject">What about.</param>
    /// <param name="body">Writes the sections.</param>
    public static void Write(TextWriter output, string kind, string subject, Action<HtmlWriter> body)
    {
        var html = new HtmlWriter(output);
        html.Verbatim("<!DOCTYPE html>\n").Start("html", ("lang", "en")).Start("head");
        html.Empty("meta", ("charset", "utf-8"));
        html.Empty("meta", ("http-equiv", "Content-Security-Policy"), ("content", Policy));
        html.Empty("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        html.Empty("meta", ("name", "color-scheme"), ("content", "light dark"));
        html.Element("title", $"{subject} \u2013 diagcodec");
        html.Start("style").Verbatim(Resource("report.css")).End().End();
        html.Start("body").Start("header").Element("p", $"diagcodec \u00B7 {kind}").Element("h1", subject).End();
        html.Start("main");
        body(html);
        html.End();
        html.Start("script").Verbatim(Resource("report.js")).End();
        html.End().End();
    }

    private static string Resource(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not in the assembly");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
