using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using DiagCodec.Evaluation.Bench.Analysis;
using DiagCodec.Evaluation.Bench.Results;
using DiagCodec.Evaluation.Tests.Reports;

namespace DiagCodec.Evaluation.Tests.Bench.Reports;

public sealed partial class BenchReportTests
{
    private static readonly BenchFile File = SyntheticBench.Make();

    private static readonly BenchFile OnWindow = WithWindowAnchor(SyntheticBench.Make(failing: false), "x264 veryslow");

    [Fact]
    public void Every_mean_of_the_main_table_follows_from_the_points_of_the_CSV()
    {
        var points = new Recomputed(ReportedBench.Points(File));
        var rows = TableOf(ReportedBench.Parse(ReportedBench.Page(File)), "Diagnosis at the same bits").Descendants("tbody").Elements("tr").ToArray();
        Assert.Equal(File.Methods.Select(m => m.Name), rows.Select(Name));
        Assert.Equal("anchor", rows[0].Attribute("class")!.Value);
        foreach (var row in rows.Where(r => Name(r) != SyntheticBench.Lossless))
        {
            var shown = row.Elements().Select(c => c.Element("span")!.Value).ToArray();
            foreach (var (measure, first) in ((string, int)[])[("own_miou", 1), ("truth_miou", 4)])
            {
                Assert.Equal(100 * points.MeanOf(measure, rate: false, SyntheticBench.Anchor, Name(row)), Number(shown[first]), 0.0051);
                Assert.Equal(points.MeanOf(measure, rate: true, SyntheticBench.Anchor, Name(row)), Number(shown[first + 1]), 0.051);
            }
        }
    }

    [Fact]
    public void The_table_of_deltas_as_CSV_has_the_same_means_to_the_last_digit()
    {
        var points = new Recomputed(ReportedBench.Points(File));
        var lines = ReportedBench.Fields(ReportedBench.Deltas(File))[1..];
        Assert.Equal(File.Methods.Length * QualityMeasure.All.Length * 3, lines.Length);
        foreach (var line in lines.Where(l => l[2] != "isotonic-rate" && l[4].Length > 0))
        {
            var mean = points.MeanOf(line[1].Replace('-', '_'), line[2] == "rate", SyntheticBench.Anchor, line[0]);
            Assert.Equal(mean * (line[3] == "points" ? 100 : 1), Number(line[4]), 1e-6);
            Assert.True(Number(line[5]) <= Number(line[4]) && Number(line[4]) <= Number(line[6]));
        }
    }

    [Fact]
    public void Interval_overlap_and_number_of_cases_stand_under_the_value()
    {
        var row = TableOf(ReportedBench.Parse(ReportedBench.Page(File)), "Diagnosis at the same bits").Descendants("tr").Single(r => Name(r) == "JPEG 2000");
        var analysis = new BenchAnalysis(File);
        var rate = analysis.Deltas(QualityMeasure.OwnMiou, "JPEG 2000")!.Rate;
        var small = row.Elements().ElementAt(2).Elements("small").Select(s => s.Value).ToArray();
        Assert.Equal($"[{Signed(rate.Interval!.Low!.Value)}, {Signed(rate.Interval.High!.Value)}]", small[0]);
        Assert.StartsWith("10/10 overlap\u00A00.7", small[1], StringComparison.Ordinal);
        Assert.Equal(rate.MeanOverlap < 0.75, small.Contains("small overlap"));

        static string Signed(double value) => value.ToString("+0.0;\u22120.0", CultureInfo.InvariantCulture);
    }

    [Fact]
    public void The_same_bench_gives_the_same_bytes()
    {
        Assert.Equal(ReportedBench.Page(SyntheticBench.Make(3), withPictures: true), ReportedBench.Page(SyntheticBench.Make(3), withPictures: true));
        Assert.Equal(ReportedBench.Markdown(SyntheticBench.Make(3)), ReportedBench.Markdown(SyntheticBench.Make(3)));
        Assert.Equal(ReportedBench.Points(SyntheticBench.Make(3)), ReportedBench.Points(SyntheticBench.Make(3)));
    }

    [Fact]
    public void The_page_is_well_formed_loads_nothing_and_holds_every_key()
    {
        var text = ReportedBench.Page(File, withPictures: true);
        var page = ReportedBench.Parse(text);
        var ids = page.Descendants().Attributes("id").Select(a => a.Value).ToArray();
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(page.Descendants().Attributes("href"), a => Assert.True(
            a.Value.StartsWith("data:image/png;base64,", StringComparison.Ordinal) || ids.Contains(a.Value[1..]), a.Value[..Math.Min(20, a.Value.Length)]));
        Assert.DoesNotContain(page.Descendants(), e => e.Name.LocalName is "link" or "iframe" or "object" or "img");
        var titles = page.Descendants("td").Attributes("title").Select(a => a.Value).ToHashSet();
        Assert.All(File.Points, p => Assert.Contains(p.Key, titles));
        Assert.DoesNotMatch(NotANumber(), text);
    }

    [Fact]
    public void Hostile_names_stay_words()
    {
        const string Hostile = "</title><script>alert(\"1\")</script>'&\u001b[2J|`";
        var small = SyntheticBench.Make(2);
        var file = small with
        {
            Experiment = small.Experiment with
            {
                Title = Hostile,
                Anchor = Hostile,
                Methods = [.. small.Experiment.Methods.Select(m => m.Name == SyntheticBench.Anchor ? m with { Name = Hostile } : m)],
            },
            Cases = small.Cases.SetItem(0, small.Cases[0] with { Name = Hostile }),
            Methods = small.Methods.SetItem(0, small.Methods[0] with { Name = Hostile, Description = Hostile, Identity = Hostile, Parameter = Hostile }),
            Points = [.. small.Points.Select(p => p with { Case = p.Case == small.Cases[0].Name ? Hostile : p.Case, Method = p.Method == SyntheticBench.Anchor ? Hostile : p.Method })],
            Published = [small.Published[0] with { Title = Hostile, Notes = [Hostile] }],
        };
        var text = ReportedBench.Page(file, withPictures: true);
        Assert.Single(ReportedBench.Parse(text).Descendants("script"));
        Assert.DoesNotContain('\u001b', text);
        Assert.DoesNotContain("<script>alert", text, StringComparison.Ordinal);
        var markdown = ReportedBench.Markdown(file);
        Assert.DoesNotContain("<script>", markdown.Replace("\\<script\\>", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', markdown);
        Assert.Equal(Hostile, ReportedBench.Fields(ReportedBench.Points(file))[1][0]);
    }

    [Fact]
    public void Pictures_come_by_case_and_method_with_QPs_where_there_are_some()
    {
        var page = ReportedBench.Parse(ReportedBench.Page(File, withPictures: true));
        var articles = page.Descendants("article").ToArray();
        Assert.Equal([.. File.Methods.Select(m => m.Name), .. File.Methods.Select(m => m.Name)], articles.Select(a => a.Element("h3")!.Nodes().OfType<XText>().First().Value.Trim()));
        Assert.Equal([4, 3], ((int[])[1, 8]).Select(i => articles[i].Descendants("figure").Count()));
        var pictures = page.Descendants("image").Select(i => DecodedPng.Of(i.Attribute("href")!.Value).Size).ToArray();
        Assert.Equal(2 + (2 * 2 * File.Methods.Length), pictures.Length);
        Assert.All(pictures, p => Assert.Equal((192, 160), p));
        Assert.Equal(2, page.Descendants("g").Count(g => g.Attribute("class")?.Value == "mask-outline"));
        Assert.Equal(["#found-0", "#source-0"], articles[1].Descendants("use").Select(u => u.Attribute("href")!.Value).Distinct().Order(StringComparer.Ordinal));
        Assert.Empty(ReportedBench.Parse(ReportedBench.Page(File)).Descendants("article"));
    }

    [Fact]
    public void Published_figures_stand_beside_ours_or_say_that_we_have_none()
    {
        var rows = TableOf(ReportedBench.Parse(ReportedBench.Page(File)), "A paper, Table I").Descendants("tbody").Elements("tr")
            .Select(r => r.Elements().Select(Value).ToArray()).ToArray();
        Assert.Equal(["HEVC", "x265 uniform", "0", "0.0", "0", "0.00"], rows[0]);
        Assert.Equal(("Linear", "linear map", "\u221212.5"), (rows[1][0], rows[1][1], rows[1][2]));
        Assert.StartsWith("\u2212", rows[1][3], StringComparison.Ordinal);
        Assert.Equal(["Learned", "not in this experiment", "\u221221.25", "", "\u2013", ""], rows[2]);
        Assert.Equal("JPEG XL: left out", rows[3][1]);
        Assert.Contains("misplaced minus", ReportedBench.Page(File), StringComparison.Ordinal);
    }

    [Fact]
    public void Charts_are_split_so_that_no_two_methods_of_one_look_alike()
    {
        var page = ReportedBench.Parse(ReportedBench.Page(File));
        var legends = page.Descendants("ul").Where(u => u.Attribute("class")?.Value == "legend").ToArray();
        Assert.Equal([7, 6], legends.Select(l => l.Elements("li").Count()));
        Assert.All(legends, l => Assert.Equal(SyntheticBench.Anchor, l.Elements("li").First().Value.Trim()));
        foreach (var legend in legends)
        {
            var colours = legend.Descendants("path").Select(p => p.Attribute("class")!.Value).Where(c => c.StartsWith("line", StringComparison.Ordinal)).ToArray();
            Assert.Equal(colours.Length, colours.Distinct().Count());
        }

        Assert.Equal(8, page.Descendants("svg").Count(s => s.Attribute("class")?.Value == "chart"));
    }

    [Fact]
    public void Every_point_is_a_dot_and_means_alone_have_words()
    {
        var chart = ReportedBench.Parse(ReportedBench.Page(File)).Descendants("svg").First(s => s.Attribute("class")?.Value == "chart");
        var dots = chart.Elements("path").Where(p => p.Attribute("class")!.Value.StartsWith("dots ", StringComparison.Ordinal)).Select(p => p.Attribute("d")!.Value).ToArray();
        Assert.Equal(7, dots.Length);
        Assert.All(dots, d => Assert.Equal(80, Regex.Count(d, "M[^M]+h0")));
        Assert.Equal(7 * 8, chart.Descendants("title").Count());
    }

    [Fact]
    public void Many_maps_are_split_evenly_with_the_anchor_in_each()
    {
        var file = SyntheticBench.Make(2);
        foreach (var name in (string[])["square map 2", "log map 2", "sqrt map 2"])
        {
            file = HandMade.Twin(file, name);
            file = file with { Experiment = file.Experiment with { Methods = [.. file.Experiment.Methods.Select(m => m.Name == name ? m with { Allocator = "square" } : m)] } };
        }

        var legends = ReportedBench.Parse(ReportedBench.Page(file)).Descendants("ul").Where(u => u.Attribute("class")?.Value == "legend").ToArray();
        Assert.Equal([6, 5, 6], legends.Select(l => l.Elements("li").Count()));
        Assert.All(legends, l => Assert.Equal(SyntheticBench.Anchor, l.Elements("li").First().Value.Trim()));
    }

    [Fact]
    public void Methods_on_the_window_stand_under_their_anchor_in_every_table()
    {
        var page = ReportedBench.Parse(ReportedBench.Page(OnWindow));
        foreach (var title in (string[])["Diagnosis at the same bits", "The same by Dice", "Bits at equal diagnosis", "Fidelity"])
        {
            var rows = TableOf(page, title).Descendants("tbody").Elements("tr").ToArray();
            Assert.Equal(["against x265 uniform", "on the 8-bit window, against x264 veryslow"], rows.Where(r => r.Elements().Count() == 1).Select(Name));
            Assert.Equal([SyntheticBench.Anchor, "x264 veryslow"], rows.Where(r => r.Attribute("class")?.Value == "anchor").Select(Name));
            Assert.Equal(["on the 8-bit window, against x264 veryslow", "x264 veryslow", "x265 default"], rows[^3..].Select(Name));
        }

        var points = new Recomputed(ReportedBench.Points(OnWindow));
        var shown = TableOf(page, "Diagnosis at the same bits").Descendants("tr").Single(r => Name(r) == "x265 default").Elements().Select(Value).ToArray();
        Assert.Equal(points.MeanOf("own_miou", rate: true, "x264 veryslow", "x265 default"), Number(shown[2]), 0.051);
        Assert.Contains(page.Descendants("h2"), h => h.Value == "Curves: On the window: all methods and the anchor");
    }

    [Fact]
    public void A_window_that_is_the_full_range_is_called_8_bits()
    {
        var file = OnWindow with { Model = OnWindow.Model with { Window = new ValueRange(0, 255) }, Cases = [.. OnWindow.Cases.Select(c => c with { SourceBits = 8 })] };
        var rows = TableOf(ReportedBench.Parse(ReportedBench.Page(file)), "Diagnosis at the same bits").Descendants("tr").ToArray();
        Assert.Equal("8 bits", rows.Single(r => Name(r) == "x264 veryslow").Descendants("small").First().Value);
        Assert.Contains(rows, r => Name(r) == "with 8 bits, against x264 veryslow");
    }

    [Fact]
    public void An_anchor_that_did_not_run_leaves_tables_without_values()
    {
        var file = File with
        {
            Methods = File.Methods.RemoveAt(0),
            Points = [.. File.Points.Where(p => p.Method != SyntheticBench.Anchor)],
        };
        Assert.Contains("found 0", ReportedBench.Page(file), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bench_without_any_point_is_still_a_page()
    {
        var failed = File with { Points = [.. File.Points.Select(p => p with { Figures = null, Times = null, Error = "no room" })] };
        Assert.Contains("80 of 80 points failed", ReportedBench.Page(failed), StringComparison.Ordinal);
        Assert.Contains("0 of 890 points", ReportedBench.Markdown(File with { Points = [] }), StringComparison.Ordinal);
    }

    private static BenchFile WithWindowAnchor(BenchFile file, string method) => file with { Experiment = file.Experiment with { WindowAnchor = method } };

    private static XElement TableOf(XDocument page, string title) =>
        page.Descendants("section").Single(s => s.Element("h2")?.Value.StartsWith(title, StringComparison.Ordinal) == true).Descendants("table").First();

    private static string Name(XElement row) => Value(row.Elements().First());

    private static string Value(XElement cell) => cell.Element("span")?.Value ?? cell.Value;

    private static double Number(string text) => double.Parse(text.Replace('\u2212', '-'), CultureInfo.InvariantCulture);

    [GeneratedRegex(@"[\s"">](NaN|-?Infinity|-?\u221E)\b")]
    private static partial Regex NotANumber();
}
