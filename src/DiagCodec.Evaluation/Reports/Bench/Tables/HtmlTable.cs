using System.Globalization;
using DiagCodec.Evaluation.Reports.Markup;

namespace DiagCodec.Evaluation.Reports.Bench.Tables;

/// <summary>A <see cref="ReportTable"/> as HTML; heads of groups stand above their columns.</summary>
internal static class HtmlTable
{
    /// <summary>More columns than this take what width they need, and the table can be moved sideways.</summary>
    private const int MostEvenColumns = 8;

    public static void Write(HtmlWriter html, ReportTable table)
    {
        var hasGroups = table.Columns.Any(c => c.Group.Length > 0);
        var style = hasGroups && table.Columns.Length <= MostEvenColumns && table.Columns.Count(c => c.Group.Length == 0) == 1 ? "bench even" : "bench";
        html.Start("div", ("class", "wide")).Start("table", ("class", style)).Start("thead");
        if (hasGroups)
        {
            WriteGroups(html, table);
        }

        html.Start("tr");
        for (var i = 0; i < table.Columns.Length; i++)
        {
            WriteHead(html, table.Columns[i].Head, Class(table, i));
        }

        html.End().End().Start("tbody");
        foreach (var row in table.Rows)
        {
            if (row.Heading is { } heading)
            {
                html.Start("tr").Element("th", heading, ("class", "heading"), ("colspan", table.Columns.Length.ToString(CultureInfo.InvariantCulture)), ("scope", "rowgroup")).End();
                continue;
            }

            html.Start("tr", row.IsAnchor ? [("class", "anchor")] : []);
            for (var i = 0; i < row.Cells.Length; i++)
            {
                WriteCell(html, row.Cells[i], i == 0 ? "th" : "td", Class(table, i));
            }

            html.End();
        }

        html.End().End().End();
        string[] notes = [.. table.Notes, .. table.PageNotes];
        if (notes.Length > 0)
        {
            html.Start("ul", ("class", "notes"));
            foreach (var note in notes)
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

    private static void WriteHead(HtmlWriter html, string head, string style)
    {
        if (style.Length > 0)
        {
            html.Element("th", head, ("class", style), ("scope", "col"));
        }
        else
        {
            html.Element("th", head, ("scope", "col"));
        }
    }

    private static void WriteCell(HtmlWriter html, ReportCell cell, string element, string style)
    {
        (string, string)[] attributes =
        [
            .. style.Length > 0 ? ((string, string)[])[("class", style)] : [],
            .. cell.Tooltip is { } tooltip ? ((string, string)[])[("title", tooltip)] : [],
        ];
        html.Start(element, attributes);

        // A page of thousands of points is mostly cells: what needs no element has none.
        if (cell is { Range: null, Note: null, Doubt: null })
        {
            html.Text(cell.Text).End();
            return;
        }

        html.Element("span", cell.Text);
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
        string.Join(' ', ((string[])[
            table.Columns[column].IsWords ? "words" : "",
            column > 0 && table.Columns[column].Group is { Length: > 0 } group && group != table.Columns[column - 1].Group ? "first" : "",
        ]).Where(w => w.Length > 0));
}
