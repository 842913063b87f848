using System.Globalization;
using DiagCodec.Evaluation.Reports.Markup;

namespace DiagCodec.Evaluation.Reports.Bench.Tables;

/// <summary>A <see cref="ReportTable"/> as HTML; heads of groups stand above their columns.</summary>
internal static class HtmlTable
{
    public static void Write(HtmlWriter html, ReportTable table)
    {
        html.Start("div", ("class", "wide")).Start("table", ("class", "bench")).Start("thead");
        if (table.Columns.Any(c => c.Group.Length > 0))
        {
            WriteGroups(html, table);
        }

        html.Start("tr");
        for (var i = 0; i < table.Columns.Length; i++)
        {
            html.Element("th", table.Columns[i].Head, ("class", Class(table, i)), ("scope", "col"));
        }

        html.End().End().Start("tbody");
        foreach (var row in table.Rows)
        {
            html.Start("tr", ("class", row.IsAnchor ? "anchor" : "test"));
            for (var i = 0; i < row.Cells.Length; i++)
            {
                WriteCell(html, row.Cells[i], i == 0 ? "th" : "td", Class(table, i));
            }

            html.End();
        }

        html.End().End().End();
        if (!table.Notes.IsEmpty)
        {
            html.Start("ul", ("class", "notes"));
            foreach (var note in table.Notes)
            {
                html.Element("li", note);
            }

            html.End();
        }
    }

    private static void WriteGroups(HtmlWriter html, ReportTable table)
    {
        html.Start("tr", ("class", "groups-of-columns"));
        for (var i = 0; i < table.Columns.Length;)
        {
            var span = table.Columns.Skip(i).TakeWhile(c => c.Group == table.Columns[i].Group).Count();
            html.Element(
                "th",
                table.Columns[i].Group,
                ("colspan", span.ToString(CultureInfo.InvariantCulture)),
                ("class", table.Columns[i].Group.Length == 0 ? "words" : "group"),
                ("scope", "colgroup"));
            i += span;
        }

        html.End();
    }

    private static void WriteCell(HtmlWriter html, ReportCell cell, string element, string style)
    {
        if (cell.Tooltip is { } tooltip)
        {
            html.Start(element, ("class", style), ("title", tooltip));
        }
        else
        {
            html.Start(element, ("class", style));
        }

        html.Start("span").Text(cell.Text).End();
        if (cell.Range is { } range)
        {
            html.Element("small", range);
        }

        if (cell.Note is { } note)
        {
            html.Element("small", note);
        }

        if (cell.Doubt is { } doubt)
        {
            html.Element("small", doubt, ("class", "doubt"));
        }

        html.End();
    }

    private static string Class(ReportTable table, int column) =>
        (table.Columns[column].IsWords ? "words" : "figure")
        + (column > 0 && table.Columns[column].Group is { Length: > 0 } group && group != table.Columns[column - 1].Group ? " first" : "");
}
