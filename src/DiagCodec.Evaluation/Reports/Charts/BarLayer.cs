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

    /// <summary>Distance of bars, units of the x axis.</summary>
    public double Spacing { get; init; } = 1;

    public LegendKey? Legend => new(Name, Colour);

    public void Write(HtmlWriter html, PlotArea area)
    {
        html.Start("g", ("class", Colour));
        foreach (var point in Points)
        {
            var half = Spacing * Filled / 2;
            var (left, right) = (area.X(point.X - half), area.X(point.X + half));
            var (zero, top) = (area.Y(Math.Max(0, area.YScale.Low)), area.Y(point.Y));

            html.Start(
                    "rect",
                    ("x", SvgNumber.Of(left)),
                    ("y", SvgNumber.Of(Math.Min(top, zero))),
                    ("width", SvgNumber.Of(right - left)),
                    ("height", SvgNumber.Of(Math.Abs(zero - top))))
                .Element("title", point.Tooltip)
                .End();
        }

        html.End();
    }
}
