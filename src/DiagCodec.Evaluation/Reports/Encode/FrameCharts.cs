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

    private static readonly ImmutableArray<FrameKind> Frames =
        [new("I frame", Intra, PointShape.Diamond, f => f.Type == "I"), new("P frame", Predicted, PointShape.Disc, f => f.Type != "I")];

    private static readonly ImmutableArray<FrameKind> Slice = [new("slice", Predicted, PointShape.Disc, _ => true)];

    public static void Write(HtmlWriter html, EncodedVideo video, ImmutableArray<int> shown)
    {
        // A learned codec codes every slice by itself, and knows neither frame types nor QPs.
        var kinds = video.Learned is null ? Frames : Slice;
        html.Start("section").Element("h2", "Frame by frame");
        Bits(video.Frames, shown, kinds).Write(html);
        Quality(video.Frames, shown, kinds).Write(html);
        html.End();
    }

    private static Chart Bits(ImmutableArray<FrameStatistics> frames, ImmutableArray<int> shown, ImmutableArray<FrameKind> kinds)
    {
        var most = Math.Max(1, frames.Max(f => f.Bits));
        var (unit, divisor) = most >= 2_000_000 ? ("Mbit", 1e6) : most >= 2_000 ? ("kbit", 1e3) : ("bit", 1.0);
        return new Chart(
            "Bits per frame",
            Slices(frames),
            new ChartAxis(unit, AxisScale.Covering(0, most / divisor)),
            [Shown(frames, shown), .. kinds.Select(Layer)]);

        BarLayer Layer(FrameKind kind) =>
            new(kind.Name, kind.Colour, [.. frames.Where(kind.Belongs).Select(f => new ChartPoint(f.Frame, f.Bits / divisor, Describe(f, kinds)))]);
    }

    private static Chart Quality(ImmutableArray<FrameStatistics> frames, ImmutableArray<int> shown, ImmutableArray<FrameKind> kinds)
    {
        var finite = frames.Where(f => f.Psnr is not null).Select(f => f.Psnr!.Value).DefaultIfEmpty(0).ToArray();
        var line = new CurveLayer(null, "line-only", Points(_ => true)) { Shape = null };
        var radius = Math.Clamp(260.0 / frames.Length, 1, 3);
        return new Chart(
            "PSNR per frame",
            Slices(frames),
            new ChartAxis(frames.Any(f => f.Psnr is null) ? "dB, luma; lossless frames on the upper edge" : "dB, luma", AxisScale.Covering(finite.Min(), finite.Max(), 4)),
            [Shown(frames, shown), line, .. kinds.Select(Marks)]);

        CurveLayer Marks(FrameKind kind) =>
            new(kind.Name, kind.Colour, Points(kind.Belongs)) { Joined = false, Shape = kind.Shape, Radius = kind.Shape == PointShape.Disc ? radius : 4 };

        ImmutableArray<ChartPoint> Points(Func<FrameStatistics, bool> belongs) =>
            [.. frames.Where(belongs).Select(f => new ChartPoint(f.Frame, f.Psnr, Describe(f, kinds)))];
    }

    private static ChartAxis Slices(ImmutableArray<FrameStatistics> frames) => new("slice, in coding order", AxisScale.Indices(frames.Length));

    private static PlaceLayer Shown(ImmutableArray<FrameStatistics> frames, ImmutableArray<int> shown) =>
        new("shown below", [.. shown.Where(z => z < frames.Length).Select(z => new ChartPoint(z, null, $"slice {z} is shown below"))]);

    private static string Describe(FrameStatistics f, ImmutableArray<FrameKind> kinds)
    {
        var how = kinds.Length > 1 ? $"{f.Type}, QP {Quantity.Significant(f.Qp)}, " : "";
        return $"slice {f.Frame}: {how}{Quantity.Bits(f.Bits)}, {Quantity.Decibels(f.Psnr)}";
    }

    /// <summary>What has a colour of its own.</summary>
    private sealed record FrameKind(string Name, string Colour, PointShape Shape, Func<FrameStatistics, bool> Belongs);
}
