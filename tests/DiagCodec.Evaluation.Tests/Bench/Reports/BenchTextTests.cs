using System.Text.RegularExpressions;
using DiagCodec.Evaluation.Bench.Analysis;
using DiagCodec.Evaluation.Reports.Bench.Tables;

namespace DiagCodec.Evaluation.Tests.Bench.Reports;

public sealed class BenchTextTests
{
    [Fact]
    public void Every_line_of_a_Markdown_table_has_as_many_cells_as_its_head()
    {
        var text = ReportedBench.Markdown(SyntheticBench.Make(3));
        var tables = text.Split("\n\n").Where(p => p.StartsWith('|')).ToArray();
        Assert.Equal(7, tables.Length);
        Assert.All(tables, t => Assert.Single(t.Trim().Split('\n').Select(l => Regex.Count(l, @"(?<!\\)\|")).Distinct()));
    }

    [Fact]
    public void A_cell_in_Markdown_is_value_interval_and_marks()
    {
        var file = SyntheticBench.Make(noise: 0.03);
        var text = ReportedBench.Markdown(file);
        var main = text[text.IndexOf("## Diagnosis", StringComparison.Ordinal)..text.IndexOf("## The same by Dice", StringComparison.Ordinal)];
        var cells = main.Split('\n').Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Skip(2).SelectMany(l => l.Trim('|', ' ').Split(" | ")[1..]).ToArray();
        Assert.All(cells, c => Assert.Matches("^(\u2013 \\(.+\\)|[+\u2212]?[0-9.]+(\\\\\\*)?\u2020? \\[.+\\]( \\([0-9]/10\\))?)$", c));
        Assert.Contains("\\*", main, StringComparison.Ordinal);
        Assert.Contains("- \\* not monotone on some case\n", main, StringComparison.Ordinal);
        Assert.Contains("- \u2020 mean overlap under 0.75\n", main, StringComparison.Ordinal);
        Assert.DoesNotContain("Below the interval", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(0.00021349, "< 0.001")]
    [InlineData(0.0021349, "0.00213")]
    [InlineData(0.9996, "1.00")]
    [InlineData(1.2, "1.20")]
    [InlineData(12.345, "12.3")]
    [InlineData(1234.6, "1235")]
    public void Seconds_have_three_digits(double seconds, string text) => Assert.Equal(text, ReportNumber.Seconds(seconds));

    [Fact]
    public void Encoding_and_decoding_have_a_sum()
    {
        var file = HandMade.Of(("one", "anchor", [(1, 20)]));
        var timed = file with { Points = [.. file.Points.Select(p => p with { Times = new DiagCodec.Evaluation.Bench.Results.PointTimes(0.0123, 0.25, 0.5, 7, 3) })] };
        Assert.Contains("| anchor | 0.0123 | 0.250 | 0.500 | 0.750 | 3.00 | 1 |\n", ReportedBench.Markdown(timed), StringComparison.Ordinal);
    }

    [Fact]
    public void Points_come_back_from_the_CSV_exactly()
    {
        var file = SyntheticBench.Make(2);
        var lines = ReportedBench.Fields(ReportedBench.Points(file));
        Assert.Equal(file.Points.Length + 1, lines.Length);
        Assert.All(lines, l => Assert.Equal(23, l.Length));
        var (psnr, dice) = (Array.IndexOf(lines[0], "psnr"), Array.IndexOf(lines[0], "own_dice"));
        foreach (var (line, point) in lines[1..].Zip(file.Points))
        {
            Assert.Equal((point.Case, point.Method, point.Key), (line[0], line[1], line[3]));
            Assert.Equal(point.Figures!.Psnr?.ToString("R", null) ?? "", line[psnr]);
            Assert.Equal(QualityMeasure.OwnDice.Of(point)!.Value.ToString("R", null), line[dice]);
        }
    }

    [Theory]
    [InlineData(0.0, 1, "0.0")]
    [InlineData(-0.04, 1, "0.0")]
    [InlineData(0.04, 1, "0.0")]
    [InlineData(-12.34, 1, "\u221212.3")]
    [InlineData(12.36, 1, "+12.4")]
    public void Differences_have_a_sign_unless_they_round_to_nothing(double value, int decimals, string text) =>
        Assert.Equal(text, ReportNumber.Signed(value, decimals));

    [Theory]
    [InlineData(0.7499, "0.74")]
    [InlineData(1.0, "1.00")]
    [InlineData(0.57, "0.57")]
    [InlineData(0.999, "0.99")]
    public void An_overlap_is_rounded_down(double share, string text) => Assert.Equal(text, ReportNumber.Overlap(share));
}
