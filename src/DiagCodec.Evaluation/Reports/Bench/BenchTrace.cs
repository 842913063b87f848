using DiagCodec.Evaluation.Bench.Analysis;
using DiagCodec.Evaluation.Bench.Results;
using DiagCodec.Evaluation.Reports.Bench.Tables;
using DiagCodec.Evaluation.Reports.Markup;

namespace DiagCodec.Evaluation.Reports.Bench;

/// <summary>What every figure rests on: deltas case by case, then points, keys and command lines of every method.</summary>
internal static class BenchTrace
{
    public static void Write(HtmlWriter html, BenchAnalysis analysis)
    {
        html.Start("section").Element("h2", "Case by case");
        foreach (var measure in (QualityMeasure[])[QualityMeasure.OwnMiou, QualityMeasure.TruthMiou, QualityMeasure.OwnDice, QualityMeasure.TruthDice, QualityMeasure.WindowPsnr])
        {
            html.Start("details").Element("summary", $"Against the anchor{(analysis.Groups.Length > 1 ? "s" : "")} by {measure.Name}");
            foreach (var table in CaseTables.Of(analysis, measure))
            {
                html.Element("h3", table.Title);
                HtmlTable.Write(html, table);
            }

            html.End();
        }

        html.End().Start("section", ("class", "provenance")).Element("h2", "Every point, and how it was made");
        html.Element("p", "The folder of a stream in the bench's own folder is named by the key of its point; the log of a failed point is failed/KEY.log.", ("class", "quiet"));
        foreach (var method in analysis.File.Methods)
        {
            WriteMethod(html, analysis.File, method);
        }

        html.End();
    }

    private static void WriteMethod(HtmlWriter html, BenchFile file, BenchMethod method)
    {
        var table = PointTable.Of(file, method);
        html.Start("details").Element("summary", $"{method.Name}: {Quantity.Count(table.Rows.Length)} points").Start("dl");
        Row("What", method.Description);
        Row("Identity", method.Identity);
        var sample = file.Points.Where(p => p.Method == method.Name && p.Figures is not null).GroupBy(p => p.Case).FirstOrDefault();
        foreach (var point in sample ?? Enumerable.Empty<BenchPoint>())
        {
            foreach (var command in file.CommandsOf(point))
            {
                Row($"{point.Case}, {method.Parameter} {ReportNumber.Exact(point.Parameter)}", command);
            }
        }

        html.End();
        HtmlTable.Write(html, table);
        html.End();

        void Row(string name, string value) => html.Element("dt", name).Start("dd").Element("code", value).End();
    }
}
