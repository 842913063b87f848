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
            Line(writer, row.Heading is { } heading ? Heading(heading, table.Columns.Length) : row.Cells.Select(Cell));
        }

        writer.Write('\n');
        string[] notes = [.. table.Notes, .. Marks(table)];
        foreach (var note in notes)
        {
            writer.Write($"- {MarkdownText.Escape(note)}\n");
        }

        if (notes.Length > 0)
        {
            writer.Write('\n');
        }
    }

    private static void Line(TextWriter writer, IEnumerable<string> cells) =>
        writer.Write($"| {string.Join(" | ", cells.Select(MarkdownText.Escape))} |\n");

    private static IEnumerable<string> Heading(string words, int columns) => Enumerable.Repeat("", columns - 1).Prepend($"{words}:");

    private static IEnumerable<string> Marks(ReportTable table) =>
        table.Rows.SelectMany(r => r.Cells).SelectMany(c => c.Marks).Distinct().OrderBy(m => m.Sign, StringComparer.Ordinal).Select(m => $"{m.Sign} {m.Meaning}");

    private static string Cell(ReportCell cell)
    {
        string?[] behind = cell.Short is { } words ? [words] : cell.Marks.IsEmpty ? [cell.Note, cell.Doubt] : [cell.Note];
        var value = cell.Text + string.Concat(cell.Marks.Select(m => m.Sign));
        return string.Join(' ', ((string?[])[value, cell.Range, .. behind.Select(b => b is { Length: > 0 } ? $"({b})" : null)]).Where(t => t is { Length: > 0 }));
    }
}
