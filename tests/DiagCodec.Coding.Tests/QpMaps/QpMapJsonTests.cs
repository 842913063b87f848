using DiagCodec.Coding.Plans;
using DiagCodec.Coding.QpMaps;
using DiagCodec.Coding.Tests.Support;
using DiagCodec.Imaging.Faults;
using FsCheck;
using FsCheck.Fluent;

namespace DiagCodec.Coding.Tests.QpMaps;

public sealed class QpMapJsonTests
{
    private const string Head = """{"diagcodec_qp_map":1,"block":64,"columns":2,"rows":1,"frames":""";

    [Fact]
    public void What_is_written_is_read_again()
    {
        Prop.ForAll<int, byte>((seed, frames) =>
        {
            var map = Maps.Random(seed, Maps.Frame(seed), 1 + (frames % 12), QpMap.BlockSizes[frames % 3]);
            Maps.AssertSame(map, QpMapJson.Parse(Text(map), "m.json"));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_layout_is_as_documented()
    {
        var map = new QpMap(64, 2, 1, [new FrameQps(31, []), new FrameQps(40, [-3, 12])]);
        Assert.Equal(Head + """[{"qp":31},{"qp":40,"offsets":[-3,12]}]}""", Text(map).TrimEnd());
        using var odd = new OddCulture();
        Assert.Equal(Head + """[{"qp":31},{"qp":40,"offsets":[-3,12]}]}""", Text(map).TrimEnd());
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("{}")]
    [InlineData("{\"diagcodec_qp_map\":1")]
    [InlineData(Head + "[{\"qp\":1e2}]}")]
    [InlineData(Head + "[{\"qp\":99999999999}]}")]
    [InlineData(Head + "[{\"qp\":\"32\"}]}")]
    [InlineData(Head + "[{\"qp\":32,\"note\":1}]}")]
    [InlineData(Head + "[{\"qp\":32,\"offsets\":[1,null]}]}")]
    [InlineData(Head + "[{\"qp\":32,\"offsets\":[1,2]}],\"more\":1}")]
    public void Anything_else_than_the_document_is_refused(string text)
    {
        Told.Of(() => QpMapJson.Parse(text, "m.json"), "m.json");
    }

    [Theory]
    [InlineData("""{"diagcodec_qp_map":2,"block":64,"columns":2,"rows":1,"frames":[]}""", "diagcodec_qp_map", "1", "2")]
    [InlineData("""{"diagcodec_qp_map":1,"block":64,"columns":2,"rows":1}""", "frames", "a list", "nothing")]
    [InlineData("""{"diagcodec_qp_map":1,"block":64,"columns":0,"rows":1,"frames":[]}""", "columns and rows", "1 to 512", "0, 1")]
    [InlineData("""{"diagcodec_qp_map":1,"block":64,"columns":2,"rows":-7,"frames":[]}""", "columns and rows", "1 to 512", "2, -7")]
    [InlineData("""{"diagcodec_qp_map":1,"block":63,"columns":2,"rows":1,"frames":[]}""", "block", "64, 32 or 16", "63")]
    [InlineData(Head + "[null]}", "frame 0", "2 offsets", "null")]
    [InlineData(Head + """[{"qp":1},{"qp":2,"offsets":[1]}]}""", "frame 1", "2 offsets", "1 offsets")]
    [InlineData(Head + """[{"qp":2,"offsets":[]}]}""", "frame 0", "2 offsets", "0 offsets")]
    [InlineData(Head + """[{"qp":52}]}""", "frame 0", "0 to 51", "52")]
    [InlineData(Head + """[{"qp":2,"offsets":[1,-52]}]}""", "frame 0", "-51 to 51", "-52")]
    public void A_fault_is_told_with_its_place_what_was_expected_and_what_came(string text, string place, string expected, string found)
    {
        Told.Of(() => QpMapJson.Parse(text, "m.json"), "m.json", place, expected, found);
    }

    [Fact]
    public void Text_that_is_no_Unicode_is_refused()
    {
        Assert.Throws<InvalidInputException>(() => QpMapJson.Parse("{\"\uD800\":1}", "m.json"));
    }

    private static string Text(QpMap map)
    {
        using var writer = new StringWriter();
        QpMapJson.Write(writer, map);
        return writer.ToString();
    }
}
