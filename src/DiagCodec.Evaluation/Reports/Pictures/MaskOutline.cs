using System.Globalization;
using System.Text;
using DiagCodec.Evaluation.Reports.Markup;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Evaluation.Reports.Pictures;

/// <summary>
/// The edge between foreground and background of a slice's mask, along the sides of its pixels: a light line on a dark one, which
/// shows on any grey and by its lightness alone.
/// </summary>
/// <param name="Mask">Of the whole series.</param>
public sealed record MaskOutline(LabelMap Mask)
{
    /// <summary>Of the drawing, in the page's style sheet.</summary>
    public string Class { get; init; } = "mask-outline";

    /// <summary>Whether a slice has an edge to draw.</summary>
    public bool IsOn(int slice) => Mask.Slice(slice).ContainsAnyExcept((byte)0);

    /// <param name="html">Inside an SVG in slice coordinates.</param>
    /// <param name="slice">In coding order.</param>
    /// <param name="panel">Where the slice lies.</param>
    /// <param name="id">Names the drawing within the page, so that another panel can use it; null for no name.</param>
    public void Write(HtmlWriter html, int slice, PicturePanel panel, string? id = null)
    {
        if (!IsOn(slice))
        {
            return;
        }

        var path = Path(slice);
        var scale = $"scale(1 {panel.PixelAspect.ToString("0.#####", CultureInfo.InvariantCulture)})";
        if (id is null)
        {
            html.Start("g", ("class", Class), ("transform", scale));
        }
        else
        {
            html.Start("g", ("class", Class), ("transform", scale), ("id", id));
        }

        html.Empty("path", ("class", "under"), ("d", path))
            .Empty("path", ("d", path))
            .End();
    }

    private string Path(int slice)
    {
        var path = new StringBuilder();
        for (var y = 0; y <= Mask.Rows; y++)
        {
            Runs(Mask.Columns, x => IsForeground(slice, x, y - 1) != IsForeground(slice, x, y), (x, length) =>
                path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h{length}"));
        }

        for (var x = 0; x <= Mask.Columns; x++)
        {
            Runs(Mask.Rows, y => IsForeground(slice, x - 1, y) != IsForeground(slice, x, y), (y, length) =>
                path.Append(CultureInfo.InvariantCulture, $"M{x} {y}v{length}"));
        }

        return path.ToString();
    }

    private bool IsForeground(int slice, int x, int y) =>
        x >= 0 && y >= 0 && x < Mask.Columns && y < Mask.Rows && Mask.Slice(slice)[(y * Mask.Columns) + x] != 0;

    private static void Runs(int count, Func<int, bool> isEdge, Action<int, int> take)
    {
        var start = -1;
        for (var i = 0; i <= count; i++)
        {
            var edge = i < count && isEdge(i);
            if (edge && start < 0)
            {
                start = i;
            }
            else if (!edge && start >= 0)
            {
                take(start, i - start);
                start = -1;
            }
        }
    }
}
