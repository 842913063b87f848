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
        Assert.Contains("x264 veryslow", Sentence(found, "overlap"), StringComparison.Ordinal);
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

    private static (string Word, string Sentence)[] Of(BenchFile file) => [.. BenchFindings.Of(new BenchAnalysis(file))];

    private static string Sentence((string Word, string Sentence)[] found, string word) => found.First(f => f.Word == word).Sentence;
}
