using System.Xml;
using System.Xml.Linq;
using DiagCodec.Evaluation.Bench.Analysis;
using DiagCodec.Evaluation.Bench.Results;
using DiagCodec.Evaluation.Reports.Bench;

namespace DiagCodec.Evaluation.Tests.Bench.Reports;

/// <summary>Reports of benches as text.</summary>
internal static class ReportedBench
{
    public static string Page(BenchFile file, bool withPictures = false) =>
        Write(w => BenchReport.Write(w, new BenchAnalysis(file), withPictures ? SyntheticBench.Pictures(file) : []));

    public static string Markdown(BenchFile file) => Write(w => BenchMarkdown.Write(w, new BenchAnalysis(file)));

    public static string Points(BenchFile file) => Write(w => BenchCsv.WritePoints(w, file));

    public static string Deltas(BenchFile file) => Write(w => BenchCsv.WriteMain(w, new BenchAnalysis(file)));

    public static XDocument Parse(string html)
    {
        using var reader = XmlReader.Create(new StringReader(html), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XDocument.Load(reader);
    }

    /// <summary>Fields of every line, the head first; no field holds a line break.</summary>
    public static string[][] Fields(string csv) => [.. csv.TrimEnd('\n').Split('\n').Select(FieldsOf)];

    private static string[] FieldsOf(string line)
    {
        var fields = new List<string>();
        var (field, quoted) = ("", false);
        for (var i = 0; i < line.Length; i++)
        {
            if (quoted && line[i] == '"' && i + 1 < line.Length && line[i + 1] == '"')
            {
                field += line[i++];
            }
            else if (line[i] == '"')
            {
                quoted = !quoted;
            }
            else if (line[i] == ',' && !quoted)
            {
                fields.Add(field);
                field = "";
            }
            else
            {
                field += line[i];
            }
        }

        return [.. fields, field];
    }

    private static string Write(Action<TextWriter> write)
    {
        using var text = new StringWriter();
        write(text);
        return text.ToString();
    }
}
