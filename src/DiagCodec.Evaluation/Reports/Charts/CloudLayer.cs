using System.Collections.Immutable;
using DiagCodec.Evaluation.Reports.Markup;

namespace DiagCodec.Evaluation.Reports.Charts;

/// <summary>So many points that none can be pointed at: dots of one path, without words.</summary>
/// <param name="Colour">c1 to c8, as in the style sheet.</param>
/// <param name="Points">All of them are drawn. X and Y in units of the axes.</param>
public sealed record CloudLayer(string Colour, ImmutableArray<(double X, double Y)> Points) : IChartLayer
{
    public LegendKey? Legend => null;

    public void Write(HtmlWriter html, PlotArea area)
    {
        if (!Points.IsEmpty)
        {
            // A line of no length with round ends is a disc (SVG 2, 13.5.2), in a third of the bytes of its outline.
            html.Empty("path", ("class", $"dots {Colour}"), ("d", string.Concat(Points.Select(p => $"M{SvgNumber.Of(area.X(p.X))} {SvgNumber.Of(area.Y(p.Y))}h0"))));
        }
    }
}
