using System.Collections.Immutable;
using DiagCodec.Evaluation.Reports.Markup;

namespace DiagCodec.Evaluation.Reports.Charts;

/// <summary>Places on the x axis that the text around the chart speaks of: a dashed line and a small triangle at its foot.</summary>
/// <param name="Name">For the legend.</param>
/// <param name="Places">Y is not used.</param>
public sealed record PlaceLayer(string Name, ImmutableArray<ChartPoint> Places) : IChartLayer
{
    private const string Colour = "place";

    public LegendKey? Legend => Places.IsEmpty ? null : new(Name, Colour, PointShape.Triangle);

    public void Write(HtmlWriter html, PlotArea area)
    {
        foreach (var place in Places)
        {
            var x = area.X(place.X);
            html.Empty("path", ("class", "place-line"), ("d", $"M{SvgNumber.Of(x)} {SvgNumber.Of(area.Top)}V{SvgNumber.Of(area.Bottom)}"));
            html.Start("path", ("class", Colour), ("d", PointPath.Of(PointShape.Triangle, x, area.Bottom + 4, 3)))
                .Element("title", place.Tooltip)
                .End();
        }
    }
}
