using System.Collections.Immutable;
using DiagCodec.Evaluation.Reports.Markup;
using DiagCodec.Evaluation.Reports.Pictures;
using DiagCodec.Imaging.Pictures;

namespace DiagCodec.Evaluation.Reports.Encode;

/// <summary>The chosen slices: before, after, difference, and the QP map over the slice where QPs differ within a frame.</summary>
internal sealed class SliceGallery
{
    /// <summary>Widest picture of the page: with five slices it stays under 3 MB.</summary>
    private const int MostColumns = 512;

    private readonly EncodeReportData _data;
    private readonly IntensityView _view;
    private readonly ImmutableArray<ShownSlice> _slices;
    private readonly DifferenceColours _differences;
    private readonly QpOverlay _overlay;
    private readonly bool _hasMaps;
    private readonly BlockReduction _reduction;
    private readonly PicturePanel _panel;
    private readonly MaskOutline? _mask;
    private readonly MaskOutline? _found;
    private readonly MaskOutline? _foundAfter;

    public SliceGallery(EncodeReportData data, IntensityView view)
    {
        var volume = data.Prepared.Series.Volume;
        _data = data;
        _view = view;
        _slices = [.. data.Sampler.Slices.Select(z => ShownSlice.Of(data, z)).OfType<ShownSlice>()];
        _differences = DifferenceColours.Covering(_slices.Select(s => s.Difference));
        _overlay = new QpOverlay(data.Plan.Map, QpColours.Of(data.Plan.Map));
        _hasMaps = _slices.Any(s => !QpSummary.IsUniform(data.Plan.Map, s.Index));
        _reduction = BlockReduction.ToAtMost(volume.Columns, volume.Rows, MostColumns);
        var aspect = volume.Geometry is { ColumnSpacing: > 0, RowSpacing: > 0 } g ? g.RowSpacing / g.ColumnSpacing : 1;
        _panel = new PicturePanel(volume.Columns, volume.Rows, aspect);
        _mask = data.Mask is { } mask ? new MaskOutline(mask) : null;
        _found = data.Task is { } task ? new MaskOutline(task.Before) : _mask;
        _foundAfter = data.Task is { } again ? new MaskOutline(again.After) { Class = "mask-outline after" } : null;
    }

    public void Write(HtmlWriter html)
    {
        html.Start("section", ("class", _hasMaps ? "gallery four" : "gallery three")).Element("h2", "Slices");
        WriteKey(html);
        foreach (var slice in _slices)
        {
            WriteSlice(html, slice);
        }

        html.End();
    }

    private void WriteKey(HtmlWriter html)
    {
        var reduced = _reduction.Factor == 1 ? "" : $" Pictures are {_reduction.Factor} times smaller than the slices: means of {_reduction.Factor} \u00D7 {_reduction.Factor} voxels, differences their largest.";
        var padding = _data.Prepared.Padding.IsEmpty ? "" : " Padding is restored.";
        html.Start("div", ("class", "key"));
        html.Element("p", $"Before and after: {_view.Describe()}.{padding}{reduced}{Lines()}");
        html.Start("div").Element("span", "Difference, after \u2212 before; 1 % of changed voxels lie beyond");
        _differences.WriteScale(html, _view.Unit);
        html.End();
        if (_hasMaps)
        {
            html.Start("div").Element("span", "QP map: low = many bits");
            _overlay.Colours.WriteScale(html);
            html.End();
        }

        html.End();
    }

    private void WriteSlice(HtmlWriter html, ShownSlice slice)
    {
        var (before, after) = ($"before-{slice.Index}", $"after-{slice.Index}");
        html.Start("article", ("class", "slice"), ("id", $"slice-{slice.Index}")).Start("h3").Text($"Slice {slice.Index} ");
        html.Element("span", Facts(slice.Index)).End();
        html.Start("div", ("class", "panels"));
        _panel.Write(html, "before", before, Grey(slice.Before), svg => _found?.Write(svg, slice.Index, _panel));
        _panel.Write(html, "after", after, Grey(slice.After), svg =>
        {
            svg.Empty("use", ("class", "flicker"), ("href", "#" + before));
            _found?.Write(svg, slice.Index, _panel);
            _foundAfter?.Write(svg, slice.Index, _panel);
        });
        _panel.Write(html, $"difference, at most {Quantity.Significant(slice.Difference.Max(Math.Abs))} {_view.Unit}", $"difference-{slice.Index}", Difference(slice.Difference));
        if (_hasMaps)
        {
            var words = QpSummary.OfFrame(_data.Plan.Map, slice.Index);
            var uniform = QpSummary.IsUniform(_data.Plan.Map, slice.Index);
            _panel.Write(html, words, after, null, svg =>
            {
                if (!uniform)
                {
                    _overlay.Write(svg, slice.Index, _panel);
                }

                _mask?.Write(svg, slice.Index, _panel);
            });
        }

        html.End().End();
    }

    private string Lines() =>
        _data.Task is { } task ? $" The yellow line is the edge of what {task.Task} finds in the uncompressed slices, the broken blue line of what it finds in the decoded ones.{(_hasMaps ? " Over the QP map, the yellow line is the edge of the mask." : "")}"
        : _mask is null ? ""
        : " The yellow line is the edge of the mask.";

    private string Facts(int slice)
    {
        List<string> facts = [];
        if (_data.Prepared.Series.Volume.Geometry is { } geometry)
        {
            var depth = (geometry.Positions[slice] - geometry.Positions[0]).Dot(geometry.Normal);
            facts.Add($"{Quantity.Fixed(Math.Abs(depth), 1)} mm from the first");
        }

        if (_data.Result.Video.Frames.FirstOrDefault(f => f.Frame == slice) is { } frame)
        {
            if (_data.Result.Video.Learned is null)
            {
                facts.Add($"{frame.Type} frame");
                facts.Add(QpSummary.OfFrame(_data.Plan.Map, slice));
            }

            facts.Add(Quantity.Bits(frame.Bits));
            facts.Add($"{Quantity.Significant((double)frame.Bits / _data.Prepared.Series.Volume.PixelsPerSlice)} bits per voxel");
            facts.Add(Quantity.Decibels(frame.Psnr));
        }

        if (_data.Sampler.Errors[slice] is { } error)
        {
            var slope = Math.Abs(_data.Prepared.Series.Volume.RescaleOf(slice).Slope);
            facts.Add($"RMS error {Quantity.Significant(error.RootMeanSquare * slope)} {_view.Unit}");
        }

        return string.Join(" \u00B7 ", facts);
    }

    private string Grey(double[] physical)
    {
        var pixels = Array.ConvertAll(_reduction.Mean(physical), _view.Grey);
        return PngDataUri.Of(_reduction.Width, _reduction.Height, PngPixelFormat.Grey8, pixels);
    }

    private string Difference(double[] differences) =>
        _differences.Paint(_reduction.Width, _reduction.Height, _reduction.Extreme(differences));
}
