using System.Globalization;
using DiagCodec.Evaluation.Bench.Analysis;
using DiagCodec.Evaluation.Reports.Bench.Tables;
using DiagCodec.Evaluation.Reports.Markup;

namespace DiagCodec.Evaluation.Reports.Bench;

/// <summary>The figures at the head of the page.</summary>
internal static class BenchTiles
{
    public static void Write(HtmlWriter html, BenchAnalysis analysis)
    {
        var file = analysis.File;
        var failed = file.Points.Count(p => p.Error is not null);
        html.Start("section", ("class", "tiles"));
        Tile(html, Whole(file.Cases.Length), file.Cases.Length == 1 ? "case" : "cases", $"{Quantity.Count(file.Cases.Sum(c => (long)c.Slices))} slices");
        Tile(html, Whole(file.Methods.Length), "methods", $"{Quantity.Count(file.Points.Length)} points, {(failed == 0 ? "none" : Quantity.Count(failed))} failed");
        if (Best(analysis, DeltaKind.Quality) is { } better)
        {
            Tile(html, ReportNumber.Signed(better.Quality.Mean!.Value, 2), $"BD-mIoU (own), points: {better.Method.Name}", Interval(analysis, better, DeltaKind.Quality, 2));
        }

        if (Best(analysis, DeltaKind.Rate) is { } smaller)
        {
            Tile(html, $"{ReportNumber.Signed(smaller.Rate.Mean!.Value, 1)} %", $"BD-rate (own mIoU): {smaller.Method.Name}", Interval(analysis, smaller, DeltaKind.Rate, 1));
        }

        var uncoded = file.Cases.Select(c => QualityMeasure.Uncoded(c.Uncoded)).Average();
        Tile(html, uncoded is { } score ? ReportNumber.Fixed(score, 3) : ReportNumber.None, "mIoU to the truth, uncompressed", "mean over cases");
        html.End();
    }

    /// <summary>The method that is best by the mean; the anchor itself where none is better.</summary>
    private static MethodDeltas? Best(BenchAnalysis analysis, DeltaKind kind)
    {
        var ranked = analysis.Deltas(QualityMeasure.OwnMiou).Where(d => d[kind].Mean is not null && 2 * d[kind].Used >= d[kind].Cases.Length);
        return kind == DeltaKind.Quality ? ranked.MaxBy(d => d.Quality.Mean) : ranked.MinBy(d => d.Rate.Mean);
    }

    private static string Interval(BenchAnalysis analysis, MethodDeltas deltas, DeltaKind kind, int decimals) =>
        $"best mean of all{(analysis.Groups.Length > 1 ? $", against {deltas.Anchor}" : "")}; {ReportNumber.Range(deltas[kind].Interval!.Low!.Value, deltas[kind].Interval!.High!.Value, decimals)}";

    private static void Tile(HtmlWriter html, string value, string name, string note) => html
        .Start("div", ("class", "tile"))
        .Element("b", value)
        .Element("span", name)
        .Element("small", note)
        .End();

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
