using System.Collections.Immutable;
using System.Globalization;
using DiagCodec.Coding.Plans;
using DiagCodec.Evaluation.Bench.Analysis;
using DiagCodec.Evaluation.Bench.Results;
using DiagCodec.Evaluation.Reports.Bench.Tables;
using DiagCodec.Evaluation.Reports.Markup;
using DiagCodec.Evaluation.Reports.Pictures;
using DiagCodec.Imaging.Pictures;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Evaluation.Reports.Bench.Pictures;

/// <summary>One slice of a case by every method at about the same rate: before, after, difference, and the QPs where a method chooses them.</summary>
internal sealed class BenchGallery
{
    private const int MostColumns = 512;

    private readonly BenchFile _file;
    private readonly ImmutableArray<BenchPicture> _pictures;
    private readonly IntensityView _view;
    private readonly DifferenceColours _differences;
    private readonly QpColours? _qps;

    /// <param name="file">Gives window, rates and scores.</param>
    /// <param name="pictures">In any order; none: nothing is written.</param>
    public BenchGallery(BenchFile file, IReadOnlyCollection<BenchPicture> pictures)
    {
        var (cases, methods) = (file.Cases.Select(c => c.Name).ToList(), file.Methods.Select(m => m.Name).ToList());
        _file = file;
        _pictures =
        [
            .. pictures.Where(p => cases.Contains(p.Case) && methods.Contains(p.Method))
                .OrderBy(p => cases.IndexOf(p.Case)).ThenBy(p => p.Slice).ThenBy(p => methods.IndexOf(p.Method)).ThenBy(p => p.Parameter),
        ];
        _view = new IntensityView("", DisplayWindow.Between(file.Model.Window.Low, file.Model.Window.High), "the task's window", LowIsBright: false);
        _differences = DifferenceColours.Covering(_pictures.Select(Difference));
        var qps = _pictures.SelectMany(p => p.Qps).ToArray();
        _qps = qps.Length == 0 ? null : new QpColours(qps.Min(), qps.Max());
    }

    public void Write(HtmlWriter html)
    {
        var groups = _pictures.GroupBy(p => (p.Case, p.Slice, p.Columns, p.Rows)).ToArray();
        for (var i = 0; i < groups.Length; i++)
        {
            WriteCase(html, i, [.. groups[i]]);
        }
    }

    private void WriteCase(HtmlWriter html, int number, BenchPicture[] pictures)
    {
        var first = pictures[0];
        html.Start("section", ("class", _qps is null ? "gallery three" : "gallery four"));
        html.Element("h2", string.Create(CultureInfo.InvariantCulture, $"Pictures: {first.Case}, slice {first.Slice}"));
        if (number == 0)
        {
            WriteKey(html);
        }

        for (var i = 0; i < pictures.Length; i++)
        {
            WriteMethod(html, pictures[i], number, i);
        }

        html.End();
    }

    private void WriteKey(HtmlWriter html)
    {
        html.Start("div", ("class", "key"));
        html.Element(
            "p",
            $"Black to white: {BenchFacts.ReportRange(_file.Model.Window)}, the task's window. The yellow line is the edge of what the network finds in the uncompressed slice, the broken blue line in the decoded one. "
            + "Every method is shown at its point nearest to one rate. A click zooms.");
        html.Start("div").Element("span", "Difference within the window, decoded \u2212 source; 1 % of changed pixels lie beyond");
        _differences.WriteScale(html, "");
        html.End();
        if (_qps is { } qps)
        {
            html.Start("div").Element("span", "QP of blocks: low = many bits");
            qps.WriteScale(html);
            html.End();
        }

        html.End();
    }

    /// <summary>The slice and what the network found in it are the same for all methods: the first carries them, the others use them.</summary>
    private void WriteMethod(HtmlWriter html, BenchPicture picture, int group, int index)
    {
        var (source, found, id) = ($"source-{group}", $"found-{group}", $"{group}-{index}");
        var panel = new PicturePanel(picture.Columns, picture.Rows, 1);
        var reduction = BlockReduction.ToAtMost(picture.Columns, picture.Rows, MostColumns);
        var (before, after) = (Outline(picture, picture.MaskBefore, "mask-outline"), Outline(picture, picture.MaskAfter, "mask-outline after"));
        var difference = Difference(picture);
        html.Start("article", ("class", "slice")).Start("h3").Text(picture.Method + " ").Element("span", Facts(picture)).End();
        html.Start("div", ("class", "panels"));
        panel.Write(html, "source", source, index == 0 ? Grey(reduction, picture.Source) : null, svg => Found(svg, isFirst: index == 0));
        panel.Write(html, "decoded", $"decoded-{id}", Grey(reduction, picture.Decoded), svg =>
        {
            svg.Empty("use", ("class", "flicker"), ("href", "#" + source));
            Found(svg, isFirst: false);
            after.Write(svg, 0, panel);
        });
        panel.Write(
            html,
            $"difference, at most {Quantity.Significant(difference.Max(Math.Abs))}",
            $"difference-{id}",
            _differences.Paint(reduction.Width, reduction.Height, reduction.Extreme(difference)));
        if (Overlay(picture) is { } overlay)
        {
            var (low, high) = (picture.Qps.Min(), picture.Qps.Max());
            panel.Write(html, low == high ? $"QP {low} everywhere" : $"QP {low} to {high}", source, null, svg =>
            {
                overlay.Write(svg, 0, panel);
                Found(svg, isFirst: false);
            });
        }

        html.End().End();

        void Found(HtmlWriter svg, bool isFirst)
        {
            if (isFirst)
            {
                before.Write(svg, 0, panel, found);
            }
            else if (before.IsOn(0))
            {
                svg.Empty("use", ("href", "#" + found));
            }
        }
    }

    private string Facts(BenchPicture picture)
    {
        var method = _file.Methods.First(m => m.Name == picture.Method);
        var words = $"{method.Parameter} {ReportNumber.Exact(picture.Parameter)}";
        var point = _file.Points.FirstOrDefault(p => p.Case == picture.Case && p.Method == picture.Method && p.Parameter == picture.Parameter);
        return point?.Figures is not { } figures
            ? words
            : $"{words} \u00B7 the case: {ReportNumber.Rate(figures.BitsPerVoxel)} bits per voxel, {Score("own Dice", QualityMeasure.OwnDice)}, {Score("truth Dice", QualityMeasure.TruthDice)}, "
                + $"windowed PSNR {(figures.WindowPsnr is { } db ? $"{ReportNumber.Fixed(db, 2)} dB" : "exact")}";

        string Score(string name, QualityMeasure measure) => $"{name} {(measure.Of(point!) is { } score ? ReportNumber.Fixed(score, 4) : "not defined")}";
    }

    private QpOverlay? Overlay(BenchPicture picture)
    {
        if (picture is not { Block: { } block, Qps.Length: > 0 } || _qps is null)
        {
            return null;
        }

        // Only what blocks are coded with is known, not the frame's QP and offsets.
        var (columns, rows) = (QpMap.BlocksAcross(picture.Columns, block), QpMap.BlocksAcross(picture.Rows, block));
        var map = new QpMap(block, columns, rows, [new FrameQps(0, [.. picture.Qps.Select(q => (sbyte)q)])]);
        return new QpOverlay(map, _qps) { KnowsFrameQp = false };
    }

    private string Grey(BlockReduction reduction, ImmutableArray<float> values) =>
        PngDataUri.Of(reduction.Width, reduction.Height, PngPixelFormat.Grey8, Array.ConvertAll(reduction.Mean([.. values.Select(v => (double)v)]), _view.Grey));

    private static MaskOutline Outline(BenchPicture picture, ImmutableArray<byte> mask, string style) =>
        new(new LabelMap(picture.Columns, picture.Rows, 1, mask.AsMemory(), null)) { Class = style };

    /// <summary>Within the window, as both are shown: what a windowed method clips would drown all other differences.</summary>
    private double[] Difference(BenchPicture picture) => [.. picture.Decoded.Zip(picture.Source, (d, s) => Clip(d) - Clip(s))];

    private double Clip(double value) => Math.Clamp(value, _file.Model.Window.Low, _file.Model.Window.High);
}
