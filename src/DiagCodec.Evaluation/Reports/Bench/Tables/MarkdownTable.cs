namespace DiagCodec.Evaluation.Reports.Bench.Tables;

/// <summary>A <see cref="ReportTable"/> as a table of GitHub Flavored Markdown.</summary>
internal static class MarkdownTable
{
    public static void Write(TextWriter writer, ReportTable table)
    {
        writer.Write($"## {MarkdownText.Escape(table.Title)}\n\n");
        Line(writer, table.Columns.Select(c => c.Group.Length == 0 ? c.Head : $"{c.Group}: {c.Head}"));
        writer.Write($"|{string.Concat(table.Columns.Select(c => c.IsWords ? " --- |" : " ---: |"))}\n");
        foreach (var row in table.Rows)
        {
            Line(writer, row.Cells.Select(Cell));
        }

        writer.Write('\n');
        foreach (var note in table.Notes)
        {
            writer.Write($"- {MarkdownText.Escape(note)}\n");
        }

        if (!table.Notes.IsEmpty)
        {
            writer.Write('\n');
        }
    }

    private static void Line(TextWriter writer, IEnumerable<string> cells) =>
        writer.Write($"| {string.Join(" | ", cells.Select(MarkdownText.Escape))} |\n");

    private static string Cell(ReportCell cell) =>
        string.Join(' ', ((string?[])[cell.Text, cell.Range, cell.Note is { } note ? $"({note})" : null, cell.Doubt is { } doubt ? $"({doubt})" : null]).Where(t => t is { Length: > 0 }));
}
