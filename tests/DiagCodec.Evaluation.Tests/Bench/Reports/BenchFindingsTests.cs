using DiagCodec.Evaluation.Bench.Analysis;
using DiagCodec.Evaluation.Bench.Results;
using DiagCodec.Evaluation.Reports.Bench;

namespace DiagCodec.Evaluation.Tests.Bench.Reports;

public sealed class BenchFindingsTests
{
    [Fact]
    public void What_takes_trust_away_is_said()
    {
        var found = Of(SyntheticBench.Make(9, noise: 0.03) with { Part = "1/4" });
        Assert.Contains(("part", "These are the cases of part 1/4 only; give all parts for the whole experiment."), found);
        Assert.Contains("9 cases", Sentence(found, "few cases"), StringComparison.Ordinal);
        Assert.Contains("JPEG XL", Sentence(found, "left out"), StringComparison.Ordinal);
        Assert.Contains("x264 veryslow: 2 of 72 points failed, the first on patient-3 at QP 42", Sentence(found, "failed"), StringComparison.Ordinal);
        Assert.Matches("^The anchor.s own mIoU does not rise from point to point on [1-9] of 9 cases", Sentence(found, "not monotone"));
        Assert.Contains("x265 default, x264 veryslow", Sentence(found, "input"), StringComparison.Ordinal);
        Assert.Contains("has the lowest BD-rate by own mIoU", Sentence(found, "best map"), StringComparison.Ordinal);
    }

    [Fact]
    public void Ten_smooth_cases_without_failures_leave_little_to_say()
    {
        var words = Of(SyntheticBench.Make(10, failing: false, noise: 0)).Select(f => f.Word).ToArray();
        Assert.DoesNotContain(words, w => w is "few cases" or "failed" or "not monotone" or "part" or "unfinished" or "empty mask" or "fewer cases");
    }

    [Fact]
    public void Points_that_are_not_there_and_masks_that_are_empty_are_counted()
    {
        var file = SyntheticBench.Make(10);
        var found = Of(file with { Points = file.Points.RemoveAt(0), Cases = file.Cases.SetItem(3, file.Cases[3] with { MaskVoxels = 0 }) });
        Assert.Equal("889 of 890 points are there.", Sentence(found, "unfinished"));
        Assert.Contains("patient-4", Sentence(found, "empty mask"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_overlap_is_told_once_a_measure_of_methods_whose_mean_is_small()
    {
        // Half of the curve on all cases, and on one case.
        var file = SyntheticBench.Make(9);
        var analysis = new BenchAnalysis(file with
        {
            Points = [.. file.Points.Where(p => p.Parameter >= 32 || !(p.Method == "JPEG 2000" || (p.Method == "HM 16.22" && p.Case == "patient-1")))],
        });
        var sentences = BenchFindings.Of(analysis).Where(f => f.Word == "overlap").Select(f => f.Sentence).ToArray();
        Assert.Equal(sentences.Length, sentences.Select(s => s.Split(',')[0]).Distinct().Count());
        var own = sentences.Single(s => s.StartsWith("By own mIoU", StringComparison.Ordinal));
        var (told, silent) = (analysis.Deltas(QualityMeasure.OwnMiou).Where(IsSmall).ToArray(), analysis.Deltas(QualityMeasure.OwnMiou).Where(d => !IsSmall(d)).ToArray());
        Assert.StartsWith("By own mIoU, mean overlap under 0.75: BD-", own, StringComparison.Ordinal);
        Assert.Contains(told, d => d.Method.Name == "JPEG 2000");
        Assert.Contains(silent, d => d.Method.Name == "HM 16.22" && d.Quality.SmallestOverlap < 0.75);
        Assert.All(told, d => Assert.Contains(d.Method.Name + " (0.", own, StringComparison.Ordinal));
        Assert.All(silent, d => Assert.DoesNotContain(d.Method.Name + " (0.", own, StringComparison.Ordinal));

        static bool IsSmall(MethodDeltas deltas) => deltas.Quality.MeanOverlap < 0.75 || deltas.Rate.MeanOverlap < 0.75;
    }

    [Fact]
    public void What_the_window_alone_is_worth_is_said()
    {
        var file = SyntheticBench.Make();
        var found = Of(file with { Experiment = file.Experiment with { WindowAnchor = "x265 default" } });
        Assert.Matches(@"^x265 default against x265 uniform, by own mIoU: BD-mIoU .[0-9.]+ \[.*\] points, BD-rate .[0-9.]+ \[.*\] %", Sentence(found, "window"));
        Assert.Contains(" against x265 uniform, ", Sentence(found, "best map"), StringComparison.Ordinal);
        Assert.DoesNotContain(Of(file), f => f.Word == "window");
    }

    [Theory]
    [InlineData(8, 0, 255, false)]
    [InlineData(9, 0, 255, true)]
    [InlineData(8, 0, 254, true)]
    public void A_window_that_is_the_full_range_is_no_other_input(int bits, double low, double high, bool isTold)
    {
        var file = SyntheticBench.Make(3);
        var found = Of(file with
        {
            Model = file.Model with { Window = new ValueRange(low, high) },
            Cases = [.. file.Cases.Select((c, i) => c with { SourceBits = i == 1 ? bits : 8 })],
        });
        Assert.Equal(isTold, found.Any(f => f.Word == "input"));
    }

    private static (string Word, string Sentence)[] Of(BenchFile file) => [.. BenchFindings.Of(new BenchAnalysis(file))];

    private static string Sentence((string Word, string Sentence)[] found, string word) => found.First(f => f.Word == word).Sentence;
}
