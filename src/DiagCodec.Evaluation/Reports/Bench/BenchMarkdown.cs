using DiagCodec.Evaluation.Bench.Analysis;
using DiagCodec.Evaluation.Reports.Bench.Tables;

namespace DiagCodec.Evaluation.Reports.Bench;

/// <summary>Findings and tables of a bench as GitHub Flavored Markdown.</summary>
public static class BenchMarkdown
{
    /// <param name="writer">UTF-8; stays open.</param>
    /// <param name="analysis">Of a bench.</param>
    public static void Write(TextWriter writer, BenchAnalysis analysis)
    {
        writer.Write($"# {MarkdownText.Escape(analysis.File.Experiment.Title)}\n\n");
        foreach (var (name, value) in BenchFacts.Of(analysis.File))
        {
            writer.Write($"- {MarkdownText.Escape(name)}: {MarkdownText.Escape(value)}\n");
        }

        writer.Write('\n');
        var findings = BenchFindings.Of(analysis).ToArray();
        if (findings.Length > 0)
        {
            writer.Write("## Before reading the tables\n\n");
            foreach (var (word, sentence) in findings)
            {
                writer.Write($"- **{MarkdownText.Escape(word)}** {MarkdownText.Escape(sentence)}\n");
            }

            writer.Write('\n');
        }

        foreach (var table in BenchTables.All(analysis))
        {
            MarkdownTable.Write(writer, table);
        }
    }
}
