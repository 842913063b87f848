using System.Text.Json;
using System.Text.Json.Serialization;
using DiagCodec.Evaluation.Tolerance.Summary;

namespace DiagCodec.Evaluation.Tolerance.Report;

/// <summary>Writes a summary for a terminal, for a document, and for programs.</summary>
public static class ToleranceReport
{
    /// <summary>Aligned columns.</summary>
    public static void WriteText(TextWriter writer, ToleranceSummary summary)
    {
        foreach (var table in ToleranceTables.Of(summary))
        {
            var widths = table.Header.Select((h, i) => Math.Max(h.Length, table.Rows.Select(r => r[i].Length).DefaultIfEmpty().Max())).ToArray();
            writer.WriteLine(table.Title);
            foreach (var row in table.Rows.Prepend(table.Header))
            {
                writer.WriteLine(string.Join("  ", row.Select((field, i) => i == 0 ? field.PadRight(widths[i]) : field.PadLeft(widths[i]))));
            }

            writer.WriteLine();
        }
    }

    /// <summary>Tables of GitHub-flavoured Markdown.</summary>
    public static void WriteMarkdown(TextWriter writer, ToleranceSummary summary)
    {
        foreach (var table in ToleranceTables.Of(summary))
        {
            writer.WriteLine($"**{table.Title}**");
            writer.WriteLine();
            writer.WriteLine(Line(table.Header));
            writer.WriteLine(Line(table.Header.Select((_, i) => i == 0 ? "---" : "---:")));
            foreach (var row in table.Rows)
            {
                writer.WriteLine(Line(row));
            }

            writer.WriteLine();
        }

        static string Line(IEnumerable<string> fields) => $"| {string.Join(" | ", fields.Select(f => f.Replace("|", "\\|", StringComparison.Ordinal)))} |";
    }

    public static string Json(ToleranceSummary summary) => JsonSerializer.Serialize(summary, ToleranceContext.Default.ToleranceSummary);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UseStringEnumConverter = true, WriteIndented = true)]
[JsonSerializable(typeof(ToleranceSummary))]
internal sealed partial class ToleranceContext : JsonSerializerContext;
