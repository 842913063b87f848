using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using DiagCodec.Evaluation.Reports.Encode;

namespace DiagCodec.Evaluation.Tests.Reports;

public sealed partial class EncodeReportTests
{
    [Fact]
    public async Task The_same_data_give_the_same_page()
    {
        var first = ReportOf.Page(await ReportOf.DataAsync(DiskSeries.Make(), withMap: true));
        var second = ReportOf.Page(await ReportOf.DataAsync(DiskSeries.Make(), withMap: true));
        Assert.Equal(first, second);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task It_is_well_formed_and_loads_nothing(bool withMap)
    {
        var page = Parse(ReportOf.Page(await ReportOf.DataAsync(DiskSeries.Make(), withMap: withMap)));
        var ids = page.Descendants().Attributes("id").Select(a => a.Value).ToArray();
        Assert.Equal(ids.Length, ids.Distinct().Count());
        foreach (var reference in page.Descendants().Attributes().Where(a => a.Name.LocalName is "href" or "src"))
        {
            Assert.True(
                reference.Value.StartsWith("data:image/png;base64,", StringComparison.Ordinal) || ids.Contains(reference.Value.TrimStart('#')),
                reference.Value[..Math.Min(60, reference.Value.Length)]);
        }

        Assert.DoesNotContain(page.Descendants(), e => e.Name.LocalName is "link" or "iframe" or "object");
    }

    [Fact]
    public async Task Hostile_words_stay_words()
    {
        const string Hostile = "CT </title><script>alert(1)</script> \"'&\u0000\u001b[2J \uD800";
        var series = DiskSeries.Make(description: Hostile) with { Findings = [new("<b>", "a ]]> & \"b\" onload='x'")] };
        var text = ReportOf.Page(await ReportOf.DataAsync(series, command: "encode <img src=x onerror=alert(1)>"));
        var page = Parse(text);
        Assert.Single(page.Descendants("script"));
        Assert.Empty(page.Descendants("img"));
        Assert.DoesNotContain('\u001b', text);
        Assert.Contains("</title><script>alert(1)</script>", page.Descendants("h1").Single().Value, StringComparison.Ordinal);
        Assert.Equal("<b>", page.Descendants("ul").Single().Descendants("code").Single().Value);
    }

    [Fact]
    public async Task Pictures_decode_to_the_size_of_a_slice()
    {
        var page = Parse(ReportOf.Page(await ReportOf.DataAsync(DiskSeries.Make(columns: 96, rows: 72))));
        var pictures = page.Descendants("image").Select(i => DecodedPng.Of(i.Attribute("href")!.Value)).ToArray();
        Assert.Equal(3 * SliceChoice.DefaultCount, pictures.Length);
        Assert.All(pictures, p => Assert.Equal((96, 72), (p.Width, p.Height)));
    }

    [Fact]
    public async Task Slices_wider_than_512_pixels_are_reduced_and_the_page_says_so()
    {
        var page = Parse(ReportOf.Page(await ReportOf.DataAsync(DiskSeries.Make(columns: 1030, rows: 70, slices: 1))));
        Assert.All(page.Descendants("image"), i => Assert.Equal((344, 24), DecodedPng.Of(i.Attribute("href")!.Value).Size));
        Assert.Contains("3 times smaller", page.Descendants("p").Select(p => p.Value).Single(v => v.StartsWith("Before", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Panels_have_the_patients_proportions()
    {
        // 0.5 mm columns and 0.75 mm rows: 72 rows are as high as 108 columns are wide.
        var page = Parse(ReportOf.Page(await ReportOf.DataAsync(DiskSeries.Make(columns: 96, rows: 72))));
        var panels = page.Descendants("svg").Where(s => s.Attribute("class")?.Value == "panel");
        Assert.All(panels, p => Assert.Equal("0 0 96 108", p.Attribute("viewBox")!.Value));
    }

    [Fact]
    public async Task Uniform_QPs_are_said_and_not_painted()
    {
        var uniform = ReportOf.Page(await ReportOf.DataAsync(DiskSeries.Make()));
        Assert.Contains("uniform QP 30", uniform, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"qp\"", uniform, StringComparison.Ordinal);
        var mapped = ReportOf.Page(await ReportOf.DataAsync(DiskSeries.Make(), withMap: true));
        Assert.Contains("frame QP 30, blocks 28 to 32", mapped, StringComparison.Ordinal);
        Assert.Equal(SliceChoice.DefaultCount, Regex.Count(mapped, "class=\"qp\""));
    }

    [Fact]
    public async Task A_lossless_encode_has_no_infinite_numbers()
    {
        var text = ReportOf.Page(await ReportOf.DataAsync(DiskSeries.Make(), step: 1));
        Assert.Contains("lossless", text, StringComparison.Ordinal);
        Assert.DoesNotMatch(NotANumber(), text);
    }

    [Fact]
    public async Task One_slice_of_one_value_is_reported()
    {
        var series = DiskSeries.Make(columns: 3, rows: 2, slices: 1);
        Assert.DoesNotMatch(NotANumber(), ReportOf.Page(await ReportOf.DataAsync(series, withMap: true)));
    }

    [Fact]
    public async Task Nothing_that_names_the_patient_gets_in()
    {
        var series = DiskSeries.Make() with { Path = "/scans/DOE^JANE", Id = "1.2.826.4711" };
        var text = ReportOf.Page(await ReportOf.DataAsync(series));
        Assert.DoesNotContain("DOE", text, StringComparison.Ordinal);
        Assert.DoesNotContain("4711", text, StringComparison.Ordinal);
    }

    private static XDocument Parse(string html)
    {
        using var reader = XmlReader.Create(new StringReader(html), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XDocument.Load(reader);
    }

    [GeneratedRegex(@"[\s"">](NaN|-?Infinity|-?\u221E)\b")]
    private static partial Regex NotANumber();
}
