using System.Net;
using DiagCodec.Evaluation.Reports.Markup;
using FsCheck;
using FsCheck.Fluent;

namespace DiagCodec.Evaluation.Tests.Reports;

public sealed class HtmlWriterTests
{
    [Fact]
    public void Text_and_attributes_are_escaped()
    {
        using var text = new StringWriter();
        new HtmlWriter(text).Element("p", "a<b & 'c'", ("title", "\"><script>"));
        Assert.Equal("<p title=\"&quot;&gt;&lt;script&gt;\">a&lt;b &amp; &#39;c&#39;</p>\n", text.ToString());
    }

    [Fact]
    public void Control_characters_and_half_surrogates_are_replaced_and_whole_ones_kept()
    {
        using var text = new StringWriter();
        new HtmlWriter(text).Text("a\u0000\u001b\uD800b\U0001FAC0\tc\n");
        Assert.Equal("a\uFFFD\uFFFD\uFFFDb\U0001FAC0\tc\n", text.ToString());
    }

    [Fact]
    public void No_text_becomes_markup_and_none_is_lost()
    {
        Prop.ForAll<string?>(any =>
        {
            var plain = any ?? "";
            using var text = new StringWriter();
            new HtmlWriter(text).Text(plain);
            var escaped = text.ToString();
            return escaped.AsSpan().IndexOfAny("<>\"'") < 0
                && (plain.Any(c => char.IsControl(c) || char.IsSurrogate(c)) || WebUtility.HtmlDecode(escaped) == plain);
        }).QuickCheckThrowOnFailure();
    }
}
