using DiagCodec.Coding.Plans;
using DiagCodec.Coding.QpMaps;
using DiagCodec.Coding.Tests.Support;
using DiagCodec.Imaging.Faults;
using FsCheck;
using FsCheck.Fluent;

namespace DiagCodec.Coding.Tests.QpMaps;

public sealed class QpMapCsvTests
{
    [Fact]
    public void What_is_written_is_read_again()
    {
        Prop.ForAll<int, byte>((seed, frames) =>
        {
            var map = Maps.Random(seed, Maps.Frame(seed), 1 + (frames % 12), QpMap.BlockSizes[frames % 3]);
            Maps.AssertSame(map, QpMapCsv.Parse(Text(map), "m.csv"));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_text_is_the_same_in_every_culture()
    {
        var map = Maps.Random(3, Maps.Frame(3), 4, 16);
        var text = Text(map);
        using var odd = new OddCulture();
        Assert.Equal(text, Text(map));
        Maps.AssertSame(map, QpMapCsv.Parse(text, "m.csv"));
    }

    [Fact]
    public void The_layout_is_as_documented()
    {
        var map = new QpMap(32, 2, 1, [new FrameQps(31, []), new FrameQps(40, [-3, 12])]);
        Assert.Equal("diagcodec-qp-map,1,32,2,1,2\n31\n40,-3,12\n", Text(map));
    }

    [Theory]
    [InlineData("diagcodec-qp-map,1,32,2,1,2\r\n31\r\n40,-3,12\r\n")]
    [InlineData("diagcodec-qp-map,1,32,2,1,2\n 31 \n40, -3 ,+12")]
    [InlineData("diagcodec-qp-map,1,32,2,1,2\n31\n40,-3,12\n\n\n")]
    public void Line_ends_and_spaces_of_other_programs_are_fine(string text)
    {
        var map = new QpMap(32, 2, 1, [new FrameQps(31, []), new FrameQps(40, [-3, 12])]);
        Maps.AssertSame(map, QpMapCsv.Parse(text, "m.csv"));
    }

    [Theory]
    [InlineData("", "line 1", "diagcodec-qp-map,1,BLOCK,COLUMNS,ROWS,FRAMES", "''")]
    [InlineData("hello", "line 1", "diagcodec-qp-map", "hello")]
    [InlineData("diagcodec-qp-map,2,64,1,1,1\n32", "line 1", "diagcodec-qp-map,1", "diagcodec-qp-map,2")]
    [InlineData("diagcodec-qp-map,1,64,1,1\n32", "line 1", "FRAMES", "64,1,1")]
    [InlineData("diagcodec-qp-map,1,48,1,1,1\n32", "line 1", "64, 32 or 16", "48")]
    [InlineData("diagcodec-qp-map,1,64,0,1,1\n32", "line 1", "COLUMNS", "64,0,1")]
    [InlineData("diagcodec-qp-map,1,64,-1,1,1\n32", "line 1", "COLUMNS", "-1")]
    [InlineData("diagcodec-qp-map,1,64,99999999999,1,1\n32", "line 1", "COLUMNS", "99999999999")]
    [InlineData("diagcodec-qp-map,1,64,513,1,1\n32", "line 1", "COLUMNS", "513")]
    [InlineData("diagcodec-qp-map,1,64,1,1,2147483647\n32", "line 3", "2147483647 frames", "1")]
    [InlineData("diagcodec-qp-map,1,64,1,1,2\n32", "line 3", "2 frames", "1")]
    [InlineData("diagcodec-qp-map,1,64,1,1,2\n\n32\n", "line 2", "whole numbers", "''")]
    [InlineData("diagcodec-qp-map,1,64,1,1,1\n32\n33", "line 3", "the end after 1 frames", "33")]
    [InlineData("diagcodec-qp-map,1,64,2,1,1\n32,1", "line 2", "none or 2 offsets", "2 numbers")]
    [InlineData("diagcodec-qp-map,1,64,2,1,1\n32,1,1,1", "line 2", "none or 2 offsets", "4 numbers")]
    [InlineData("diagcodec-qp-map,1,64,1,1,1\n52", "line 2", "0 to 51", "52")]
    [InlineData("diagcodec-qp-map,1,64,1,1,1\n-1", "line 2", "0 to 51", "-1")]
    [InlineData("diagcodec-qp-map,1,64,1,1,1\n32,52", "line 2", "-51 to 51", "52")]
    [InlineData("diagcodec-qp-map,1,64,1,1,1\n32,1.5", "line 2", "whole numbers", "1.5")]
    [InlineData("diagcodec-qp-map,1,64,1,1,1\n32,1e9", "line 2", "whole numbers", "1e9")]
    [InlineData("diagcodec-qp-map,1,64,1,1,1\n32,", "line 2", "whole numbers", "''")]
    public void A_fault_is_told_with_its_place_what_was_expected_and_what_came(string text, string place, string expected, string found)
    {
        Told.Of(() => QpMapCsv.Parse(text, "m.csv"), "m.csv", place, expected, found);
    }

    [Fact]
    public void Control_characters_of_a_hostile_file_do_not_reach_the_message()
    {
        var e = Assert.Throws<InvalidInputException>(() => QpMapCsv.Parse("\u001b[2J\u0007", "m.csv"));
        Assert.DoesNotContain(e.Message, char.IsControl);
    }

    private static string Text(QpMap map)
    {
        using var writer = new StringWriter();
        QpMapCsv.Write(writer, map);
        return writer.ToString();
    }
}
