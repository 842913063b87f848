using DiagCodec.Evaluation.Reports.Markup;

namespace DiagCodec.Evaluation.Reports.Pictures;

/// <summary>
/// A slice in its true proportions, as inline SVG in slice coordinates (a unit is a column; rows are as high as they are in the
/// patient), so that anything can be drawn over it and panels of one slice zoom together. A picture is carried once and used by id.
/// </summary>
/// <param name="Columns">Of the slice.</param>
/// <param name="Rows">Of the slice.</param>
/// <param name="PixelAspect">Row spacing / column spacing; 1 for square pixels.</param>
public sealed record PicturePanel(int Columns, int Rows, double PixelAspect)
{
    public double Width => Columns;

    public double Height => Rows * PixelAspect;

    /// <param name="html">Takes a figure.</param>
    /// <param name="label">Short: before, after ...</param>
    /// <param name="pictureId">Names the picture within the page.</param>
    /// <param name="dataUri">The picture, or null when the id was written before.</param>
    /// <param name="overlay">Draws over the picture, or null.</param>
    public void Write(HtmlWriter html, string label, string pictureId, string? dataUri, Action<HtmlWriter>? overlay = null)
    {
        html.Start("figure")
            .Start("svg", ("class", "panel"), ("viewBox", $"0 0 {SvgNumber.Of(Width)} {SvgNumber.Of(Height)}"), ("role", "img"), ("aria-label", label));
        if (dataUri is null)
        {
            html.Empty("use", ("href", "#" + pictureId));
        }
        else
        {
            html.Empty(
                "image",
                ("id", pictureId),
                ("width", SvgNumber.Of(Width)),
                ("height", SvgNumber.Of(Height)),
                ("preserveAspectRatio", "none"),
                ("href", dataUri));
        }

        overlay?.Invoke(html);
        html.End().Element("figcaption", label).End();
    }
}
