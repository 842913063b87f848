using DiagCodec.Evaluation.Bench.Analysis;
using DiagCodec.Metrics.Bootstrap;

namespace DiagCodec.Evaluation.Reports.Bench.Tables;

/// <summary>Lossless methods have a rate and no curve.</summary>
internal static class LosslessTable
{
    /// <returns>Null where there is none.</returns>
    public static ReportTable? Of(BenchAnalysis analysis)
    {
        var methods = analysis.File.Methods.Where(m => m.IsLossless).ToArray();
        return methods.Length == 0 ? null : new ReportTable(
            "Lossless methods",
            [new ReportColumn("method") { IsWords = true }, new ReportColumn("coded") { IsWords = true }, new ReportColumn("bits per voxel")],
            [
                .. methods.Select(m => new ReportRow([m.Name, DeltaTable.Coded(analysis.File, m), Rate(analysis, m.Name)])),
            ],
            ["Mean over cases with its 95 % bootstrap interval. What is lossless keeps the coded values; a coded window has lost what lies outside it."]);
    }

    private static ReportCell Rate(BenchAnalysis analysis, string method)
    {
        double[] rates =
        [
            .. analysis.File.Points.Where(p => p.Method == method && p.Figures is not null)
                .GroupBy(p => p.Case)
                .Select(g => g.Average(p => p.Figures!.BitsPerVoxel)),
        ];
        if (rates.Length == 0)
        {
            return ReportNumber.None;
        }

        var mean = BootstrapInterval.OfMean(rates, DeltaSummary.Options(analysis.File.Experiment.Seed));
        return new ReportCell(ReportNumber.Fixed(mean.Estimate!.Value, 3))
        {
            Range = $"[{ReportNumber.Fixed(mean.Low!.Value, 3)}, {ReportNumber.Fixed(mean.High!.Value, 3)}]",
            Note = $"{rates.Length}/{analysis.File.Cases.Length}",
            Short = rates.Length < analysis.File.Cases.Length ? $"{rates.Length}/{analysis.File.Cases.Length}" : "",
        };
    }
}
