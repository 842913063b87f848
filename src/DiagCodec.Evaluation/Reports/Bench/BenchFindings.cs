using System.Collections.Immutable;
using System.Globalization;
using DiagCodec.Evaluation.Bench.Analysis;
using DiagCodec.Evaluation.Bench.Results;
using DiagCodec.Evaluation.Reports.Bench.Tables;
using DiagCodec.Metrics.Bjontegaard;

namespace DiagCodec.Evaluation.Reports.Bench;

/// <summary>What a reader has to know before believing a figure, in words.</summary>
internal static class BenchFindings
{
    /// <summary>Under this number percentile intervals of a mean are clearly too narrow.</summary>
    public const int EnoughCases = 10;

    /// <summary>An interval over fewer differences says nothing.</summary>
    private const int FewestToCompare = 3;

    private static readonly ImmutableArray<QualityMeasure> Shown = [QualityMeasure.OwnMiou, QualityMeasure.TruthMiou, QualityMeasure.WindowPsnr];

    /// <returns>A short word and a sentence each.</returns>
    public static IEnumerable<(string Word, string Sentence)> Of(BenchAnalysis analysis)
    {
        var file = analysis.File;
        return
        [
            .. Extent(file),
            .. Missing(file),
            .. Failed(file),
            .. Anchors(analysis),
            .. Window(analysis),
            .. Overlaps(analysis),
            .. Unused(analysis),
            .. Inputs(file),
            .. Map(analysis),
        ];
    }

    private static IEnumerable<(string, string)> Extent(BenchFile file)
    {
        if (file.Part is { } part)
        {
            yield return ("part", $"These are the cases of part {part} only; give all parts for the whole experiment.");
        }

        if (file.Cases.Length < EnoughCases)
        {
            yield return ("few cases", $"{Cases(file.Cases.Length)}: bootstrap intervals over fewer than {EnoughCases} are too narrow, so an interval that leaves out 0 proves little.");
        }

        var empty = file.Cases.Where(c => c.MaskVoxels == 0).Select(c => c.Name).ToArray();
        if (empty.Length > 0)
        {
            yield return ("empty mask", $"The network finds nothing in the uncompressed slices of {string.Join(", ", empty)}: maps have nothing to go by there.");
        }
    }

    private static IEnumerable<(string, string)> Missing(BenchFile file)
    {
        var here = file.Methods.Select(m => m.Name).ToHashSet();
        var left = file.Experiment.Methods.Where(m => !here.Contains(m.Name)).Select(m => m.Name).ToArray();
        if (left.Length > 0)
        {
            yield return ("left out", $"Of the experiment, {string.Join(", ", left)} did not run, because a program was not installed.");
        }

        var expected = file.Experiment.Methods.Where(m => here.Contains(m.Name)).Sum(m => m.Grid.Length) * file.Cases.Length;
        if (file.Points.Length < expected)
        {
            yield return ("unfinished", $"{Whole(file.Points.Length)} of {Whole(expected)} points are there.");
        }
    }

    private static IEnumerable<(string, string)> Failed(BenchFile file)
    {
        foreach (var method in file.Methods)
        {
            var points = file.Points.Where(p => p.Method == method.Name).ToArray();
            var failed = points.Where(p => p.Error is not null).ToArray();
            if (failed.Length > 0)
            {
                var (at, total) = (failed[0], points.Length);
                yield return ("failed", $"{method.Name}: {Whole(failed.Length)} of {Whole(total)} points failed, the first on {at.Case} at {method.Parameter} {ReportNumber.Exact(at.Parameter)}: {at.Error} (failed/{at.Key}.log).");
            }
        }
    }

    private static IEnumerable<(string, string)> Anchors(BenchAnalysis analysis)
    {
        foreach (var (group, measure) in analysis.Groups.SelectMany(_ => Shown, (g, m) => (g, m)))
        {
            var falling = (analysis.Deltas(measure, group.Anchor)?.Quality.Cases ?? []).Count(c => c.Delta is { IsAnchorMonotone: false });
            if (falling > 0)
            {
                yield return ("not monotone", $"The {(group.IsWindow ? "window anchor" : "anchor")}'s {measure.Name} does not rise from point to point on {Whole(falling)} of {Cases(analysis.File.Cases.Length)}: every BD by it carries that noise.");
            }
        }
    }

    private static IEnumerable<(string, string)> Window(BenchAnalysis analysis)
    {
        if (analysis.WindowGain is { Quality: { Mean: not null } quality, Rate: { Mean: not null } rate } gain)
        {
            yield return ("window", $"{gain.Method.Name} against {gain.Anchor}, by own mIoU: BD-mIoU {Value(quality, 2)} points, BD-rate {Value(rate, 1)} %. Where the two differ in the window alone, it is worth that; figures of methods on the window are against {gain.Method.Name} and leave it out.");
        }

        static string Value(DeltaSummary summary, int decimals) =>
            $"{ReportNumber.Signed(summary.Mean!.Value, decimals)} {ReportNumber.Range(summary.Interval!.Low!.Value, summary.Interval.High!.Value, decimals)}";
    }

    private static IEnumerable<(string, string)> Overlaps(BenchAnalysis analysis)
    {
        foreach (var measure in Shown)
        {
            string[] small = [.. Small(measure.DeltaName, DeltaKind.Quality), .. Small("BD-rate", DeltaKind.Rate)];
            if (small.Length > 0)
            {
                yield return ("overlap", $"By {measure.Name}, mean overlap under {ReportNumber.Fixed(BjontegaardDelta.EnoughOverlap, 2)}: {string.Join("; ", small)}.");
            }

            string[] Small(string name, DeltaKind kind)
            {
                var methods = analysis.Deltas(measure)
                    .Where(d => d[kind].MeanOverlap < BjontegaardDelta.EnoughOverlap)
                    .Select(d => $"{d.Method.Name} ({ReportNumber.Overlap(d[kind].MeanOverlap!.Value)})")
                    .ToArray();
                return methods.Length == 0 ? [] : [$"{name} of {string.Join(", ", methods)}"];
            }
        }
    }

    private static IEnumerable<(string, string)> Unused(BenchAnalysis analysis)
    {
        foreach (var measure in Shown)
        {
            var few = analysis.Deltas(measure)
                .Where(d => !d.Method.IsLossless && d.Rate.Used < d.Rate.Cases.Length)
                .Select(d => $"{d.Method.Name} ({Whole(d.Rate.Used)} of {Whole(d.Rate.Cases.Length)})")
                .ToArray();
            if (few.Length > 0)
            {
                yield return ("fewer cases", $"BD-rate by {measure.Name} is a mean over part of the cases for {string.Join(", ", few)}; the tables by case say why.");
            }
        }
    }

    private static IEnumerable<(string, string)> Inputs(BenchFile file)
    {
        var windowed = file.Methods.Where(m => m.IsWindowed).Select(m => m.Name).ToArray();
        if (!file.IsWindowWhole && windowed.Length > 0 && windowed.Length < file.Methods.Length)
        {
            yield return ("input", $"The window was coded by {string.Join(", ", windowed)}, the full range by the others: a window takes fewer bits and loses what lies outside, which PSNR sees and windowed PSNR does not.");
        }
    }

    private static IEnumerable<(string, string)> Map(BenchAnalysis analysis)
    {
        foreach (var choice in analysis.BestMaps)
        {
            yield return ("best map", Sentence(choice, analysis.Groups.Length > 1 ? $" against {choice.Best.Anchor}" : ""));
        }
    }

    private static string Sentence(MapChoice choice, string against)
    {
        var best = $"Of the mask maps{against}, {choice.Best.Method.Name} has the lowest BD-rate by own mIoU ({ReportNumber.Signed(choice.Best.Rate.Mean!.Value, 1)} %)";
        if (choice is { Second: { } second, Difference: { Estimate: { } mean, Low: { } low, High: { } high } })
        {
            var sure = choice.Cases < FewestToCompare ? "too few to tell the two apart"
                : low > 0 || high < 0 ? "the interval leaves out 0"
                : "the interval holds 0, so the two cannot be told apart";
            best += $"; to {second.Method.Name} it is {ReportNumber.Signed(mean, 1)} {ReportNumber.Range(low, high, 1)} percentage points over the {Cases(choice.Cases)} that have both: {sure}";
        }

        var left = choice.LeftOut.IsEmpty ? "" : $" Not ranked, for want of values on half of the cases: {string.Join(", ", choice.LeftOut)}.";
        return $"{best}.{left}";
    }

    private static string Cases(int count) => count == 1 ? "1 case" : $"{Whole(count)} cases";

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
