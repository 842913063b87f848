using DiagCodec.Evaluation.Bench.Analysis;
using DiagCodec.Evaluation.Bench.Results;
using DiagCodec.Evaluation.Reports.Bench.Curves;
using DiagCodec.Evaluation.Reports.Bench.Pictures;
using DiagCodec.Evaluation.Reports.Bench.Tables;
using DiagCodec.Evaluation.Reports.Markup;
using DiagCodec.Evaluation.Reports.Page;

namespace DiagCodec.Evaluation.Reports.Bench;

/// <summary>One self-contained HTML page about a bench. The same bench gives the same page, byte for byte.</summary>
public static class BenchReport
{
    /// <param name="output">UTF-8; stays open.</param>
    /// <param name="analysis">Of a bench.</param>
    /// <param name="pictures">May be none.</param>
    public static void Write(TextWriter output, BenchAnalysis analysis, IReadOnlyCollection<BenchPicture> pictures) =>
        ReportPage.Write(output, "Bench report", analysis.File.Experiment.Title, html =>
        {
            BenchTiles.Write(html, analysis);
            WriteFacts(html, analysis.File);
            WriteFindings(html, analysis);
            WriteTable(html, BenchTables.Main(analysis));
            RateCharts.Write(html, analysis);
            foreach (var table in BenchTables.All(analysis).Skip(1))
            {
                WriteTable(html, table);
            }

            new BenchGallery(analysis.File, pictures).Write(html);
            BenchTrace.Write(html, analysis);
        });

    private static void WriteFacts(HtmlWriter html, BenchFile file)
    {
        html.Start("section").Start("dl");
        foreach (var (name, value) in BenchFacts.Of(file))
        {
            html.Element("dt", name).Element("dd", value);
        }

        html.End().End();
    }

    private static void WriteFindings(HtmlWriter html, BenchAnalysis analysis)
    {
        html.Start("section").Element("h2", "Before reading the tables").Start("ul", ("class", "findings"));
        foreach (var (word, sentence) in BenchFindings.Of(analysis).DefaultIfEmpty(("clean", "No point failed, and nothing takes trust away from the figures.")))
        {
            html.Start("li").Element("code", word).Text(" " + sentence).End();
        }

        html.End().End();
    }

    private static void WriteTable(HtmlWriter html, ReportTable table)
    {
        html.Start("section").Element("h2", table.Title);
        HtmlTable.Write(html, table);
        html.End();
    }
}
