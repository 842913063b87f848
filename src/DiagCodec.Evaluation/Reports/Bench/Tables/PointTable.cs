using System.Collections.Immutable;
using System.Globalization;
using DiagCodec.Evaluation.Bench.Analysis;
using DiagCodec.Evaluation.Bench.Results;

namespace DiagCodec.Evaluation.Reports.Bench.Tables;

/// <summary>Every raw point of a method, with the key that leads to its stream.</summary>
internal static class PointTable
{
    private static readonly ImmutableArray<QualityMeasure> Scores =
        [QualityMeasure.OwnMiou, QualityMeasure.OwnDice, QualityMeasure.TruthMiou, QualityMeasure.TruthDice];

    public static ReportTable Of(BenchFile file, BenchMethod method) => new(
        method.Name,
        [
            new ReportColumn("case") { IsWords = true },
            new ReportColumn(method.Parameter),
            new ReportColumn("bytes"),
            new ReportColumn("bits per voxel"),
            .. Scores.Select(s => new ReportColumn(s.Name)),
            new ReportColumn("windowed PSNR, dB"),
            new ReportColumn("PSNR, dB"),
            new ReportColumn("windowed SSIM"),
            new ReportColumn("key"),
        ],
        [.. file.Points.Where(p => p.Method == method.Name).Select(p => Row(p, method))],
        []);

    private static ReportRow Row(BenchPoint point, BenchMethod method)
    {
        var key = new ReportCell(point.Key.Length > 12 ? point.Key[..12] : point.Key) { Tooltip = point.Key };
        var parameter = ReportNumber.Exact(point.Parameter);
        return point.Figures is not { } f
            ? new ReportRow([point.Case, parameter, new ReportCell("failed") { Doubt = point.Error }, .. Enumerable.Repeat<ReportCell>("", 8), key])
            : new ReportRow(
            [
                point.Case,
                parameter,
                f.Bytes.ToString("#,0", CultureInfo.InvariantCulture),
                ReportNumber.Fixed(f.BitsPerVoxel, 4),
                .. Scores.Select(s => (ReportCell)(s.Of(f) is { } score ? ReportNumber.Fixed(score, 4) : ReportNumber.None)),
                Decibels(f.WindowPsnr, method),
                Decibels(f.Psnr, method),
                f.WindowSsim is { } ssim ? ReportNumber.Fixed(ssim, 4) : ReportNumber.None,
                key,
            ]);
    }

    private static string Decibels(double? psnr, BenchMethod method) =>
        psnr is { } db ? ReportNumber.Fixed(db, 2) : method.GivesLabels is true ? ReportNumber.None : "exact";
}
