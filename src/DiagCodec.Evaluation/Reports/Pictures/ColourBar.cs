using DiagCodec.Evaluation.Reports.Markup;

namespace DiagCodec.Evaluation.Reports.Pictures;

/// <summary>A scale bar: the colours side by side, labels spread evenly below.</summary>
public static class ColourBar
{
    private const double Width = 260;
    private const double BarHeight = 12;

    /// <param name="html">Takes an inline SVG.</param>
    /// <param name="colours">One or more, from left to right.</param>
    /// <param name="labels">Two or more, the first at the left end, the last at the right end.</param>
    public static void Write(HtmlWriter html, ReadOnlySpan<Rgb> colours, ReadOnlySpan<string> labels)
    {
        html.Start("svg", ("class", "colour-bar"), ("viewBox", $"0 0 {SvgNumber.Of(Width)} 30"), ("role", "img"), ("aria-label", $"scale from {labels[0]} to {labels[^1]}"));
        var step = Width / colours.Length;
        for (var i = 0; i < colours.Length; i++)
        {
            // Half a unit of overlap hides the seams that antialiasing leaves between neighbours.
            html.Empty(
                "rect",
                ("x", SvgNumber.Of(i * step)),
                ("width", SvgNumber.Of(Math.Min(step + 0.5, Width - (i * step)))),
                ("height", SvgNumber.Of(BarHeight)),
                ("fill", colours[i].Css));
        }

        for (var i = 0; i < labels.Length; i++)
        {
            var anchor = i == 0 ? "start" : i == labels.Length - 1 ? "end" : "middle";
            html.Element("text", labels[i], ("x", SvgNumber.Of(Width * i / (labels.Length - 1))), ("y", "25"), ("text-anchor", anchor));
        }

        html.End();
    }
}
