using System.Globalization;
using System.Text;
using DiagCodec.Coding.Plans;
using DiagCodec.Evaluation.Reports.Markup;

namespace DiagCodec.Evaluation.Reports.Pictures;

/// <summary>The QPs of one frame as translucent blocks over its slice, with numbers where they can be read.</summary>
/// <param name="Map">Of the whole series.</param>
/// <param name="Colours">Shared by all frames.</param>
public sealed record QpOverlay(QpMap Map, QpColours Colours)
{
    /// <summary>False where only the QPs of the blocks are known, so that nothing is said of the frame's.</summary>
    public bool KnowsFrameQp { get; init; } = true;

    /// <summary>More columns of blocks than this leave a number less than about 8 px in a quarter of a page's width.</summary>
    private const int MostNumberedColumns = 16;

    /// <param name="html">Inside an SVG in slice coordinates.</param>
    /// <param name="frame">Index in coding order.</param>
    /// <param name="panel">Where the slice lies.</param>
    public void Write(HtmlWriter html, int frame, PicturePanel panel)
    {
        html.Start("g", ("class", "qp"), ("transform", $"scale(1 {panel.PixelAspect.ToString("0.#####", CultureInfo.InvariantCulture)})"));
        var byQp = Enumerable.Range(0, Map.BlocksPerFrame).GroupBy(b => Map.AbsoluteQp(frame, b)).OrderBy(g => g.Key);
        foreach (var blocks in byQp)
        {
            html.Start("path", ("fill", Colours.Of(blocks.Key).Css), ("d", Squares(blocks, panel)))
                .Element("title", Describe(frame, blocks.Key))
                .End();
        }

        html.End();
        if ((panel.Columns + Map.BlockSize - 1) / Map.BlockSize <= MostNumberedColumns)
        {
            WriteNumbers(html, frame, panel);
        }
    }

    /// <summary>Neighbours of a row become one rectangle: a page of 16-sample blocks would otherwise be mostly map.</summary>
    private string Squares(IEnumerable<int> blocks, PicturePanel panel)
    {
        var path = new StringBuilder();
        var (start, length) = (-1, 0);
        foreach (var block in blocks.Append(-2))
        {
            if (block == start + length && block % Map.Columns != 0)
            {
                length++;
                continue;
            }

            if (length > 0)
            {
                var (x, y) = (start % Map.Columns * Map.BlockSize, start / Map.Columns * Map.BlockSize);
                var width = Math.Min(length * Map.BlockSize, panel.Columns - x);
                var height = Math.Min(Map.BlockSize, panel.Rows - y);
                if (width > 0 && height > 0)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h{width}v{height}h{-width}z");
                }
            }

            (start, length) = (block, 1);
        }

        return path.ToString();
    }

    private void WriteNumbers(HtmlWriter html, int frame, PicturePanel panel)
    {
        var size = Map.BlockSize * 0.36;
        html.Start("g", ("class", "qp-numbers"), ("font-size", SvgNumber.Of(size)));
        for (var block = 0; block < Map.BlocksPerFrame; block++)
        {
            var (x, y) = (block % Map.Columns * Map.BlockSize, block / Map.Columns * Map.BlockSize);
            var (width, height) = (Math.Min(Map.BlockSize, panel.Columns - x), Math.Min(Map.BlockSize, panel.Rows - y) * panel.PixelAspect);
            if (width > 1.3 * size && height > 1.1 * size)
            {
                html.Element(
                    "text",
                    Map.AbsoluteQp(frame, block).ToString(CultureInfo.InvariantCulture),
                    ("x", SvgNumber.Of(x + (width / 2.0))),
                    ("y", SvgNumber.Of((y * panel.PixelAspect) + (height / 2) + (0.35 * size))));
            }
        }

        html.End();
    }

    private string Describe(int frame, int qp)
    {
        if (!KnowsFrameQp)
        {
            return string.Create(CultureInfo.InvariantCulture, $"QP {qp}");
        }

        var offset = qp - Map.Frames[frame].FrameQp;
        return string.Create(CultureInfo.InvariantCulture, $"QP {qp} (frame QP {Map.Frames[frame].FrameQp}, offset {offset:+0;\u22120;0})");
    }
}
