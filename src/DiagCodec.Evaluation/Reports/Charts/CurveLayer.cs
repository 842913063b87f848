using System.Collections.Immutable;
using System.Text;
using DiagCodec.Evaluation.Reports.Markup;

namespace DiagCodec.Evaluation.Reports.Charts;

/// <summary>Points, joined in their order or left alone, each with its words.</summary>
/// <param name="Name">For the legend; null for no entry.</param>
/// <param name="Colour">c1 to c8, as in the style sheet.</param>
/// <param name="Points">All of them are drawn: nothing is smoothed or left out.</param>
public sealed record CurveLayer(string? Name, string Colour, ImmutableArray<ChartPoint> Points) : IChartLayer
{
    /// <summary>Whether neighbours are joined by a line.</summary>
    public bool Joined { get; init; } = true;

    /// <summary>Null: the line alone.</summary>
    public PointShape? Shape { get; init; } = PointShape.Disc;

    /// <summary>Of the points, drawing units.</summary>
    public double Radius { get; init; } = 3;

    public LegendKey? Legend => Name is null ? null : new LegendKey(Name, Colour, Shape);

    public void Write(HtmlWriter html, PlotArea area)
    {
        if (Joined && Points.Length > 1)
        {
            html.Empty("path", ("class", $"line {Colour}"), ("d", Path(area)));
        }

        if (Shape is not { } shape)
        {
            return;
        }

        html.Start("g", ("class", Colour));
        foreach (var point in Points)
        {
            html.Start("path", ("d", PointPath.Of(shape, area.X(point.X), area.Y(point.Y), Radius)))
                .Element("title", point.Tooltip)
                .End();
        }

        html.End();
    }

    private string Path(PlotArea area)
    {
        var path = new StringBuilder();
        foreach (var point in Points)
        {
            path.Append(path.Length == 0 ? 'M' : 'L').Append(SvgNumber.Of(area.X(point.X))).Append(' ').Append(SvgNumber.Of(area.Y(point.Y)));
        }

        return path.ToString();
    }
}
