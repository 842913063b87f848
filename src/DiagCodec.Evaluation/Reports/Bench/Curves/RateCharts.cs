using System.Collections.Immutable;
using DiagCodec.Evaluation.Bench.Analysis;
using DiagCodec.Evaluation.Bench.Results;
using DiagCodec.Evaluation.Reports.Bench.Tables;
using DiagCodec.Evaluation.Reports.Charts;
using DiagCodec.Evaluation.Reports.Markup;

namespace DiagCodec.Evaluation.Reports.Bench.Curves;

/// <summary>Quality against bits: the mean of each method as a line, all points of all cases as dots behind it.</summary>
internal static class RateCharts
{
    private static readonly ImmutableArray<QualityMeasure> Measures =
        [QualityMeasure.OwnMiou, QualityMeasure.OwnDice, QualityMeasure.TruthDice, QualityMeasure.WindowPsnr];

    public static void Write(HtmlWriter html, BenchAnalysis analysis)
    {
        foreach (var group in MethodGroup.Of(analysis.File))
        {
            var charts = Measures.Select(m => Chart(analysis.Curves(m), group)).OfType<Chart>().ToArray();
            if (charts.Length == 0)
            {
                continue;
            }

            html.Start("section").Element("h2", $"Curves: {group.Title}");
            WriteLegend(html, group);
            html.Start("div", ("class", "charts"));
            foreach (var chart in charts)
            {
                chart.Write(html);
            }

            html.End();
            html.Element(
                "p",
                "Lines: at each parameter the geometric mean of the bits and the mean quality over the cases that have the point. Dots: every case. To look at, not to compute with: the tables go case by case.",
                ("class", "chart-note"));
            html.End();
        }
    }

    /// <returns>Null where no method has a point.</returns>
    private static Chart? Chart(BenchCurves curves, MethodGroup group)
    {
        var points = group.Styles.SelectMany(s => curves.Points(s.Method)).ToArray();
        if (points.Length == 0)
        {
            return null;
        }

        var unit = curves.Measure.Unit == "dB" ? ", dB" : "";
        return new Chart(
            char.ToUpperInvariant(curves.Measure.Name[0]) + curves.Measure.Name[1..] + unit,
            new ChartAxis("bits per voxel", AxisScale.Logarithmic(points.Min(p => p.BitsPerVoxel), points.Max(p => p.BitsPerVoxel))),
            new ChartAxis("", AxisScale.Covering(points.Min(p => p.Quality), points.Max(p => p.Quality))),
            [.. group.Styles.Select(s => Cases(curves, s)), .. group.Styles.Select(s => Mean(curves, s))])
        {
            Width = 600,
            Height = 360,
        };
    }

    private static CloudLayer Cases(BenchCurves curves, MethodStyle style) =>
        new(style.Colour, [.. curves.Points(style.Method).Select(p => (p.BitsPerVoxel, p.Quality))]);

    private static CurveLayer Mean(BenchCurves curves, MethodStyle style)
    {
        var (parameter, cases) = (Parameter(curves.File, style.Method), curves.File.Cases.Length);
        return new CurveLayer(null, style.Colour, [.. curves.Mean(style.Method).Select(p => new ChartPoint(
            p.BitsPerVoxel,
            p.Quality,
            $"{style.Method}, {parameter} {ReportNumber.Exact(p.Parameter)}, mean of {p.Cases} of {cases} cases: {ReportNumber.Rate(p.BitsPerVoxel)} bits per voxel, {Value(curves.Measure, p.Quality)}"))])
        {
            Shape = style.Shape,
            Radius = 3.6,
        };
    }

    private static void WriteLegend(HtmlWriter html, MethodGroup group)
    {
        html.Start("ul", ("class", "legend"));
        foreach (var style in group.Styles)
        {
            html.Start("li").Start("svg", ("viewBox", "0 0 30 12"), ("width", "30"), ("height", "12"), ("aria-hidden", "true"))
                .Empty("path", ("class", $"line {style.Colour}"), ("d", "M1 6H29"))
                .Empty("path", ("class", style.Colour), ("d", PointPath.Of(style.Shape, 15, 6, 4)))
                .End()
                .Text(style.Method)
                .End();
        }

        html.End();
    }

    private static string Value(QualityMeasure measure, double quality) =>
        measure.Unit == "dB" ? $"{ReportNumber.Fixed(quality, 2)} dB" : ReportNumber.Fixed(quality, 4);

    private static string Parameter(BenchFile file, string method) => file.Methods.FirstOrDefault(m => m.Name == method)?.Parameter ?? "";
}
