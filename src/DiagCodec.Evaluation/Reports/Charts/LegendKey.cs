using DiagCodec.Evaluation.Reports.Markup;

namespace DiagCodec.Evaluation.Reports.Charts;

/// <summary>A legend entry.</summary>
/// <param name="Name">Words beside the sample.</param>
/// <param name="Colour">Style class of the sample: c1 to c8, as in the style sheet.</param>
/// <param name="Shape">Null: a filled bar.</param>
public sealed record LegendKey(string Name, string Colour, PointShape? Shape = null)
{
    /// <summary>Room that an entry takes, in drawing units; text is measured by the mean width of a letter.</summary>
    internal double Width => 30 + (6.4 * Name.Length);

    internal void Write(HtmlWriter html, double x, double y)
    {
        if (Shape is { } shape)
        {
            html.Empty("path", ("class", Colour), ("d", PointPath.Of(shape, x + 6, y - 4, 4)));
        }
        else
        {
            html.Empty("rect", ("class", Colour), ("x", SvgNumber.Of(x)), ("y", SvgNumber.Of(y - 8)), ("width", "11"), ("height", "8"));
        }

        html.Element("text", Name, ("x", SvgNumber.Of(x + 15)), ("y", SvgNumber.Of(y)));
    }
}
