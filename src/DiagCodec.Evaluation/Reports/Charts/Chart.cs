using System.Collections.Immutable;
using DiagCodec.Evaluation.Reports.Markup;

namespace DiagCodec.Evaluation.Reports.Charts;

/// <summary>A chart as inline SVG: axes, a legend and any layers. Colours come from the page's style sheet, so it follows dark, light and print.</summary>
/// <param name="Title">Read aloud by screen readers, and shown above the plot.</param>
/// <param name="X">Horizontal axis.</param>
/// <param name="Y">Vertical axis.</param>
/// <param name="Layers">Drawn in this order.</param>
public sealed record Chart(string Title, ChartAxis X, ChartAxis Y, ImmutableArray<IChartLayer> Layers)
{
    private const double LeftMargin = 54;
    private const double RightMargin = 12;
    private const double TopMargin = 26;
    private const double BottomMargin = 38;

    /// <summary>Drawing units; the page scales them to its own width.</summary>
    public double Width { get; init; } = 960;

    /// <summary>Drawing units.</summary>
    public double Height { get; init; } = 230;

    public void Write(HtmlWriter html)
    {
        var area = new PlotArea(LeftMargin, TopMargin, Width - LeftMargin - RightMargin, Height - TopMargin - BottomMargin, X.Scale, Y.Scale);
        html.Start("svg", ("class", "chart"), ("viewBox", $"0 0 {SvgNumber.Of(Width)} {SvgNumber.Of(Height)}"), ("role", "img"), ("aria-label", Title));
        WriteAxes(html, area);
        WriteHead(html, area);
        foreach (var layer in Layers)
        {
            layer.Write(html, area);
        }

        html.End();
    }

    private void WriteAxes(HtmlWriter html, PlotArea area)
    {
        foreach (var tick in Y.Scale.Ticks)
        {
            var y = SvgNumber.Of(area.Y(tick));
            html.Empty("path", ("class", "grid"), ("d", $"M{SvgNumber.Of(area.Left)} {y}H{SvgNumber.Of(area.Right)}"));
            html.Element("text", Y.Scale.Label(tick), ("x", SvgNumber.Of(area.Left - 6)), ("y", SvgNumber.Of(area.Y(tick) + 4)), ("text-anchor", "end"));
        }

        foreach (var tick in X.Scale.Ticks)
        {
            var x = SvgNumber.Of(area.X(tick));
            html.Empty("path", ("class", "tick"), ("d", $"M{x} {SvgNumber.Of(area.Bottom)}v4"));
            html.Element("text", X.Scale.Label(tick), ("x", x), ("y", SvgNumber.Of(area.Bottom + 16)), ("text-anchor", "middle"));
        }

        html.Empty("path", ("class", "axis"), ("d", $"M{SvgNumber.Of(area.Left)} {SvgNumber.Of(area.Bottom)}H{SvgNumber.Of(area.Right)}"));
        html.Element("text", X.Title, ("class", "axis-title"), ("x", SvgNumber.Of(area.Right)), ("y", SvgNumber.Of(Height - 6)), ("text-anchor", "end"));
    }

    private void WriteHead(HtmlWriter html, PlotArea area)
    {
        html.Start("text", ("x", SvgNumber.Of(area.Left)), ("y", "14"))
            .Element("tspan", Title, ("class", "chart-title"))
            .Element("tspan", Y.Title, ("class", "axis-title"), ("dx", "8"))
            .End();
        var keys = Layers.Select(l => l.Legend).OfType<LegendKey>().ToArray();
        var x = area.Right - keys.Sum(k => k.Width);
        foreach (var key in keys)
        {
            key.Write(html, x, 14);
            x += key.Width;
        }
    }
}
