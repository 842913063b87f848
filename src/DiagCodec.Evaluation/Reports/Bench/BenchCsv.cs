using DiagCodec.Evaluation.Bench.Analysis;
using DiagCodec.Evaluation.Bench.Results;
using DiagCodec.Evaluation.Reports.Bench.Tables;

namespace DiagCodec.Evaluation.Reports.Bench;

/// <summary>A bench as comma-separated values, for other programs. Empty: there is no value.</summary>
public static class BenchCsv
{
    /// <summary>
    /// Every raw point a line: where it stands (case, method, parameter, key, error), what it costs (bytes, bits_per_voxel, bit_depth),
    /// every <see cref="QualityMeasure"/> by its word with _ for - (scores 0 to 1, PSNR in dB, empty where nothing differs), mean QPs
    /// inside and outside the mask, seconds, and the SHA-256 of the decoded values.
    /// </summary>
    public static void WritePoints(TextWriter writer, BenchFile file)
    {
        CsvLine.Write(
            writer,
            [
                "case", "method", "parameter", "key", "error", "bytes", "bits_per_voxel", "bit_depth",
                .. QualityMeasure.All.Select(m => m.Word.Replace('-', '_')),
                "foreground_qp", "background_qp", "allocate_s", "encode_s", "decode_s", "compare_s", "score_s", "decoded_sha256",
            ]);
        foreach (var point in file.Points)
        {
            var (f, t) = (point.Figures, point.Times);
            CsvLine.Write(
                writer,
                [
                    point.Case, point.Method, point.Parameter, point.Key, point.Error, f?.Bytes, f?.BitsPerVoxel, f?.BitDepth,
                    .. QualityMeasure.All.Select(m => (object?)m.Of(point)),
                    f?.ForegroundQp, f?.BackgroundQp, t?.Allocate, t?.Encode, t?.Decode, t?.Compare, t?.Score, f?.DecodedSha256,
                ]);
        }
    }

    /// <summary>
    /// Every delta a line: method, measure, delta (quality, rate, isotonic-rate), unit, mean over cases, ends of its 95 % interval, cases
    /// used, all cases, smallest and mean overlap, cases used whose curves are not monotone, the method that it is compared with. Policies
    /// and searches have a second line each where the experiment has a second anchor.
    /// </summary>
    public static void WriteMain(TextWriter writer, BenchAnalysis analysis)
    {
        CsvLine.Write(
            writer, ["method", "measure", "delta", "unit", "mean", "low", "high", "cases_used", "cases", "smallest_overlap", "mean_overlap", "not_monotone", "anchor"]);
        foreach (var deltas in QualityMeasure.All.SelectMany(m => analysis.Deltas(m).Concat(analysis.SecondDeltas(m))))
        {
            foreach (var kind in DeltaTable.Kinds)
            {
                var summary = deltas[kind];
                CsvLine.Write(
                    writer,
                    [
                        deltas.Method.Name, deltas.Measure.Word, Word(kind), kind == DeltaKind.Quality ? deltas.Measure.Unit : "%",
                        summary.Mean, summary.Interval?.Low, summary.Interval?.High, summary.Used, summary.Cases.Length,
                        summary.SmallestOverlap, summary.MeanOverlap, summary.NotMonotone, deltas.Anchor,
                    ]);
            }
        }
    }

    private static string Word(DeltaKind kind) => kind switch
    {
        DeltaKind.Quality => "quality",
        DeltaKind.Rate => "rate",
        _ => "isotonic-rate",
    };
}
