using DiagCodec.Coding.Encode.Hm;
using DiagCodec.Coding.Plans;
using DiagCodec.Coding.Prepare;
using DiagCodec.Coding.Tests.Support;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Coding.Tests.Encode.Hm;

public sealed class HmCtuMapTests
{
    private static readonly FrameFormat Format = new(130, 100, 8, ChromaFormat.Luma400);

    [Fact]
    public void One_integer_per_CTU_in_raster_order_and_one_picture_after_the_other()
    {
        using var odd = new OddCulture();
        var map = HmJobs.Map(Format, new FrameQps(30, [-6, 0, 12, 1, 2, 3]), new FrameQps(31, []), new FrameQps(32, [0, 0, 0, 0, 0, -1]));
        Assert.Equal("-6 0 12\n1 2 3\n0 0 0\n0 0 0\n0 0 0\n0 0 -1\n", Text(map, 30, 31, 32));
    }

    [Fact]
    public void Offsets_end_where_the_range_of_QPs_ends()
    {
        var frames = new FrameQps(48, [5, 1, -50, -48, 3, 2]);
        Assert.Equal("3 1 -48\n-48 3 2\n", Text(HmJobs.Map(Format, frames), 48));
        Assert.Equal("1 1 -48\n-48 1 1\n", Text(HmJobs.Map(Format with { BitDepth = 12 }, frames), 48));
    }

    [Fact]
    public void A_map_without_offsets_needs_no_option_whatever_its_blocks() => Assert.False(HmCtuMap.IsNeeded(HmJobs.Map(Format, new FrameQps(3, [])) with { BlockSize = 16 }));

    [Fact]
    public void Smaller_blocks_are_the_users_fault()
    {
        var e = Assert.Throws<UsageException>(() => HmCtuMap.IsNeeded(Maps.Random(1, Format, 4, 32)));
        Assert.Contains("blocks of 32", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--CtuQpMap", "--CtuQpMap")]
    [InlineData("CtuQpMap", "--CtuQpMap")]
    [InlineData("--RoiFile=", "--RoiFile")]
    public void The_option_is_taken_with_and_without_dashes(string text, string option) => Assert.Equal(option, HmCtuMap.Option(text));

    [Theory]
    [InlineData("")]
    [InlineData("--")]
    [InlineData("-b x")]
    [InlineData("--a=b")]
    public void What_cannot_be_an_option_is_refused(string text) => Assert.Throws<UsageException>(() => HmCtuMap.Option(text));

    private static string Text(QpMap map, params int[] sliceQps)
    {
        using var writer = new StringWriter();
        HmCtuMap.Write(writer, map, sliceQps);
        return writer.ToString();
    }
}
