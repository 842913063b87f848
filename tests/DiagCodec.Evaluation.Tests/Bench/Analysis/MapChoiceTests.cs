using DiagCodec.Evaluation.Bench.Analysis;
using DiagCodec.Evaluation.Bench.Experiments;

namespace DiagCodec.Evaluation.Tests.Bench.Analysis;

public sealed class MapChoiceTests
{
    private static readonly (double Rate, double Quality)[] Rising = [(1, 20), (4, 30), (16, 40), (64, 50)];

    private static readonly Dictionary<string, string> Allocators = new() { ["rate"] = "rate", ["roi"] = "roi", ["log"] = "log", ["short"] = "sqrt" };

    [Fact]
    public void The_best_is_a_map_with_its_paired_difference_to_the_second()
    {
        var choice = Choose(
            ("one", "rate", Times(0.1)), ("two", "rate", Times(0.1)),
            ("one", "roi", Times(0.5)), ("two", "roi", Times(0.7)),
            ("one", "log", Times(0.6)), ("two", "log", Times(0.9)))!;
        Assert.Equal(("roi", "log", 2), (choice.Best.Method.Name, choice.Second!.Method.Name, choice.Cases));
        Assert.Equal(-15, choice.Difference!.Estimate!.Value, 9);
        Assert.Equal((-20.0, -10.0), (Math.Round(choice.Difference.Low!.Value, 9), Math.Round(choice.Difference.High!.Value, 9)));
    }

    [Fact]
    public void A_map_with_few_cases_is_not_ranked()
    {
        var choice = Choose(
            ("one", "roi", Times(0.5)), ("two", "roi", Times(0.7)), ("three", "roi", Times(0.7)),
            ("one", "short", Times(0.01)))!;
        Assert.Equal("roi", choice.Best.Method.Name);
        Assert.Null(choice.Second);
        Assert.Equal("short", Assert.Single(choice.LeftOut));
    }

    [Fact]
    public void Without_maps_there_is_no_choice()
    {
        Assert.Null(Choose(("one", "rate", Times(0.1))));
        Assert.Equal([false, false, false, true], ((string?[])[null, "uniform", "rate", "roi"]).Select(a => MapChoice.IsMaskMap(new MethodSetting("m", "x265", [1]) { Allocator = a })));
    }

    private static MapChoice? Choose(params (string Case, string Method, (double Rate, double Quality)[] Points)[] tests)
    {
        var anchors = tests.Select(t => t.Case).Distinct().Select(c => (c, "anchor", Rising));
        var file = HandMade.Of(Allocators, [.. anchors, .. tests]);
        return MapChoice.Of(MethodDeltas.Of(new BenchCurves(file, QualityMeasure.WindowPsnr)), file.Experiment);
    }

    private static (double Rate, double Quality)[] Times(double factor) => [.. Rising.Select(p => (factor * p.Rate, p.Quality))];
}
