using System.Collections.Immutable;
using DiagCodec.Coding.Encode;
using DiagCodec.Evaluation.Reports.Charts;
using DiagCodec.Evaluation.Reports.Markup;

namespace DiagCodec.Evaluation.Reports.Encode;

/// <summary>Bits and PSNR of every frame.</summary>
internal static class FrameCharts
{
    private const string Intra = "c2";
    private const string Predicted = "c1";

    public static void Write(HtmlWriter html, ImmutableArray<FrameStatistics> frames, ImmutableArray<int> shown)
    {
        html.Start("section").Element("h2", "Frame by frame");
        Bits(frames, shown).Write(html);
        Quality(frames, shown).Write(html);
        html.End();
    }

    private static Chart Bits(ImmutableArray<FrameStatistics> frames, ImmutableArray<int> shown)
    {
        var most = Math.Max(1, frames.Max(f => f.Bits));
        var (unit, divisor) = most >= 2_000_000 ? ("Mbit", 1e6) : most >= 2_000 ? ("kbit", 1e3) : ("bit", 1.0);
        return new Chart(
            "Bits per frame",
            Slices(frames),
            new ChartAxis(unit, AxisScale.Covering(0, most / divisor)),
            [Shown(frames, shown), Layer("I frame", Intra, f => f.Type == "I"), Layer("P frame", Predicted, f => f.Type != "I")]);

        BarLayer Layer(string name, string colour, Func<FrameStatistics, bool> belongs) =>
            new(name, colour, [.. frames.Where(belongs).Select(f => new ChartPoint(f.Frame, f.Bits / divisor, Describe(f)))]);
    }

    private static Chart Quality(ImmutableArray<FrameStatistics> frames, ImmutableArray<int> shown)
    {
        var finite = frames.Where(f => f.Psnr is not null).Select(f => f.Psnr!.Value).DefaultIfEmpty(0).ToArray();
        var line = new CurveLayer(null, "line-only", Points(_ => true)) { Shape = null };
        var radius = Math.Clamp(260.0 / frames.Length, 1, 3);
        return new Chart(
            "PSNR per frame",
            Slices(frames),
            new ChartAxis(frames.Any(f => f.Psnr is null) ? "dB, luma; lossless frames on the upper edge" : "dB, luma", AxisScale.Covering(finite.Min(), finite.Max(), 4)),
            [Shown(frames, shown), line, Marks("I frame", Intra, PointShape.Diamond, f => f.Type == "I"), Marks("P frame", Predicted, PointShape.Disc, f => f.Type != "I")]);

        CurveLayer Marks(string name, string colour, PointShape shape, Func<FrameStatistics, bool> belongs) =>
            new(name, colour, Points(belongs)) { Joined = false, Shape = shape, Radius = shape == PointShape.Disc ? radius : 4 };

        ImmutableArray<ChartPoint> Points(Func<FrameStatistics, bool> belongs) =>
            [.. frames.Where(belongs).Select(f => new ChartPoint(f.Frame, f.Psnr, Describe(f)))];
    }

    private static ChartAxis Slices(ImmutableArray<FrameStatistics> frames) => new("slice, in coding order", AxisScale.Indices(frames.Length));

    private static PlaceLayer Shown(ImmutableArray<FrameStatistics> frames, ImmutableArray<int> shown) =>
        new("shown below", [.. shown.Where(z => z < frames.Length).Select(z => new ChartPoint(z, null, $"slice {z} is shown below"))]);

    private static string Describe(FrameStatistics f) =>
        $"slice {f.Frame}: {f.Type}, QP {Quantity.Significant(f.Qp)}, {Quantity.Bits(f.Bits)}, {Quantity.Decibels(f.Psnr)}";
}
