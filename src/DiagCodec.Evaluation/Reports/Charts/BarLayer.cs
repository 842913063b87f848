using System.Collections.Immutable;
using DiagCodec.Evaluation.Reports.Markup;

namespace DiagCodec.Evaluation.Reports.Charts;

/// <summary>Bars that stand on zero.</summary>
/// <param name="Name">For the legend.</param>
/// <param name="Colour">c1 to c8, as in the style sheet.</param>
/// <param name="Points">One per bar.</param>
public sealed record BarLayer(string Name, string Colour, ImmutableArray<ChartPoint> Points) : IChartLayer
{
    private const double Filled = 0.8;

    /// <summary>Drawing units: a series of three slices makes bars, not walls.</summary>
    private const double Widest = 36;

    /// <summary>Distance of bars, units of the x axis.</summary>
    public double Spacing { get; init; } = 1;

    public LegendKey? Legend => new(Name, Colour);

    public void Write(HtmlWriter html, PlotArea area)
    {
        var width = Math.Min(Widest, Filled * (area.X(Spacing) - area.X(0)));
        html.Start("g", ("class", Colour));
        foreach (var point in Points)
        {
            var (zero, top) = (area.Y(Math.Max(0, area.YScale.Low)), area.Y(point.Y));
            html.Start(
                    "rect",
                    ("x", SvgNumber.Of(area.X(point.X) - (width / 2))),
                    ("y", SvgNumber.Of(Math.Min(top, zero))),
                    ("width", SvgNumber.Of(width)),
                    ("height", SvgNumber.Of(Math.Abs(zero - top))))
                .Element("title", point.Tooltip)
                .End();
        }

        html.End();
    }
}
