using DiagCodec.Evaluation.Bench.Analysis;
using DiagCodec.Evaluation.Bench.Results;
using DiagCodec.Evaluation.Reports.Bench.Curves;

namespace DiagCodec.Evaluation.Tests.Bench.Reports;

public sealed class SecondAnchorTests
{
    private const string Map = "ROI map 0/+6 of 32 px";
    private const string Title = "Policies and searches at the same bits, against ROI map 0/+6 of 32 px";

    private static readonly BenchFile File = Learned(SyntheticBench.Make(4), Map);

    [Fact]
    public void Deltas_are_those_of_a_bench_with_that_anchor()
    {
        var (analysis, other) = (new BenchAnalysis(File), new BenchAnalysis(File with { Experiment = File.Experiment with { Anchor = Map } }));
        Assert.Equal(["log map", "sqrt map"], analysis.SecondDeltas(QualityMeasure.OwnMiou).Select(d => d.Method.Name));
        foreach (var measure in QualityMeasure.All)
        {
            foreach (var deltas in analysis.SecondDeltas(measure))
            {
                Assert.Equal(Map, deltas.Anchor);
                var same = other.Deltas(measure, deltas.Method.Name)!;
                Assert.Equal((same.Rate.Mean, same.Rate.Interval), (deltas.Rate.Mean, deltas.Rate.Interval));
                Assert.Equal((same.Quality.Mean, same.Quality.Interval), (deltas.Quality.Mean, deltas.Quality.Interval));
            }
        }
    }

    [Fact]
    public void The_table_stands_in_page_and_Markdown_with_intervals()
    {
        Assert.Contains(Title, ReportedBench.Page(File), StringComparison.Ordinal);
        var text = ReportedBench.Markdown(File);
        var table = text[text.IndexOf($"## {Title}", StringComparison.Ordinal)..];
        var rows = table[..table.IndexOf("\n\n- ", StringComparison.Ordinal)].Split('\n').Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Skip(2).ToArray();
        Assert.Equal(["log map", "sqrt map"], rows.Select(r => r.Split(" | ")[0].TrimStart('|', ' ').Split(" (")[0]));
        Assert.All(rows, r => Assert.Equal(6, r.Split('[').Length - 1));
        Assert.Contains($"- Second anchor: {Map}, for policies and searches\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_of_deltas_has_both_anchors()
    {
        var lines = ReportedBench.Fields(ReportedBench.Deltas(File));
        var plain = ReportedBench.Fields(ReportedBench.Deltas(Learned(SyntheticBench.Make(4), null)));
        var more = lines.Where(l => l[^1] == Map && l[0] != Map).ToArray();
        Assert.Equal(plain.Length + more.Length, lines.Length);
        Assert.Equal(2 * QualityMeasure.All.Length * 3, more.Length);
    }

    [Fact]
    public void Without_a_second_anchor_or_with_one_that_did_not_run_there_is_no_such_table()
    {
        Assert.DoesNotContain("Policies and searches at the same bits", ReportedBench.Markdown(Learned(SyntheticBench.Make(2), null)), StringComparison.Ordinal);
        Assert.DoesNotContain("Policies and searches at the same bits", ReportedBench.Markdown(Learned(SyntheticBench.Make(2), "JPEG XL")), StringComparison.Ordinal);
    }

    [Fact]
    public void Methods_that_code_the_window_are_not_compared_with_one_that_codes_everything()
    {
        var file = File with { Methods = [.. File.Methods.Select(m => m.Name == "sqrt map" ? m with { IsWindowed = true } : m)] };
        Assert.Equal(["log map"], new BenchAnalysis(file).SecondDeltas(QualityMeasure.OwnDice).Select(d => d.Method.Name));
    }

    [Fact]
    public void Policies_and_searches_are_no_mask_maps_and_have_a_chart_of_their_own()
    {
        Assert.Equal(
            ["Policies and searches and the anchor", "Mask maps and the anchor", "Other methods and the anchor"],
            MethodGroup.Of(File).Select(g => g.Title));
        var choice = Assert.Single(new BenchAnalysis(File).BestMaps);
        Assert.DoesNotContain("log map", (string[])[choice.Best.Method.Name, choice.Second!.Method.Name, .. choice.LeftOut]);
    }

    [Fact]
    public void Tuned_parameters_stand_beside_printed_ones()
    {
        var file = File with
        {
            Methods = [.. File.Methods.Select(m => m.Name == "linear map" ? m with { TunedParameters = 28_784 } : m)],
            Experiment = File.Experiment with { Tables = [File.Experiment.Tables[0] with { Columns = ["bd-rate", "parameters"] }] },
        };
        var text = ReportedBench.Markdown(file);
        var table = text[text.IndexOf("A paper, Table I", StringComparison.Ordinal)..];
        Assert.Contains("| 1.31 | 28784 |", table, StringComparison.Ordinal);
        Assert.Contains("| 0 | \u2013 |", table, StringComparison.Ordinal);
    }

    private static BenchFile Learned(BenchFile file, string? second) => file with
    {
        Experiment = file.Experiment with
        {
            SecondAnchor = second,
            Methods =
            [
                .. file.Experiment.Methods.Select(m => m.Name switch
                {
                    "log map" => m with { Allocator = "policy", Policy = "p" },
                    "sqrt map" => m with { Allocator = "search" },
                    _ => m,
                }),
            ],
        },
    };
}
