using DiagCodec.Coding.Plans;
using DiagCodec.Coding.Prepare;
using DiagCodec.Coding.QpMaps;
using DiagCodec.Coding.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace DiagCodec.Coding.Tests.QpMaps;

public sealed class KvazaarRoiTests
{
    private static readonly FrameFormat Frame = new(256, 128, 8, ChromaFormat.Luma400);

    [Fact]
    public void A_map_on_the_same_grid_is_read_as_it_was_written()
    {
        Prop.ForAll<int, byte>((seed, frames) =>
        {
            var (format, block) = (Maps.Frame(seed), QpMap.BlockSizes[frames % 3]);
            var map = Maps.Random(seed, format, 1 + (frames % 8), block);
            using var writer = new StringWriter();
            KvazaarRoi.Write(writer, map);
            var read = KvazaarRoi.Parse(writer.ToString(), "m.txt", format, map.Frames.Length, i => map.Frames[i].FrameQp, block);
            for (var i = 0; i < map.Frames.Length; i++)
            {
                Assert.Equal(map.Frames[i].FrameQp, read.Frames[i].FrameQp);
                Assert.All(Enumerable.Range(0, map.BlocksPerFrame), b => Assert.Equal(map.AbsoluteQp(i, b), read.AbsoluteQp(i, b)));
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_layout_is_kvazaars()
    {
        using var odd = new OddCulture();
        using var writer = new StringWriter();
        KvazaarRoi.Write(writer, new QpMap(64, 2, 2, [new FrameQps(30, [-1, 2, 3, -4]), new FrameQps(31, [])]));
        Assert.Equal("2 2\n-1 2\n3 -4\n2 2\n0 0\n0 0\n", writer.ToString());
    }

    [Theory]
    [InlineData("1 1 -7", new[] { -7, -7, -7, -7, -7, -7, -7, -7 })]
    [InlineData("2 1 1 2", new[] { 1, 1, 2, 2, 1, 1, 2, 2 })]
    [InlineData("1 2 1 2", new[] { 1, 1, 1, 1, 2, 2, 2, 2 })]
    [InlineData("3 1 1 2 3", new[] { 1, 1, 2, 3, 1, 1, 2, 3 })]
    [InlineData("8 1 1 2 3 4 5 6 7 8", new[] { 1, 3, 5, 7, 1, 3, 5, 7 })]
    [InlineData("4\t2\r\n1 2 3 4\r\n5 6 7 8\r\n", new[] { 1, 2, 3, 4, 5, 6, 7, 8 })]
    public void Maps_of_other_sizes_are_scaled_to_the_blocks(string text, int[] expected)
    {
        Assert.Equal(expected, Parse(text, 1).Frames[0].Offsets.Select(o => (int)o));
    }

    [Fact]
    public void Fewer_maps_than_frames_are_used_in_turn()
    {
        Assert.Equal([1, 2, 3, 1, 2], Parse("1 1 1\n1 1 2\n1 1 3\n", 5).Frames.Select(f => (int)f.Offsets[0]));
    }

    [Fact]
    public void More_maps_than_frames_leave_the_rest_unused()
    {
        Assert.Equal([1], Parse("1 1 1\n1 1 2\n", 1).Frames.Select(f => (int)f.Offsets[0]));
    }

    [Theory]
    [InlineData("", "map 1", "width and height", "0 numbers left")]
    [InlineData("  \r\n ", "map 1", "width and height", "0 numbers left")]
    [InlineData("2", "map 1", "width and height", "0 numbers left")]
    [InlineData("2 2 1 2 3", "map 1", "width * height offsets", "3 numbers left")]
    [InlineData("1 1 1 2", "map 2", "width and height", "0 numbers left")]
    [InlineData("0 1", "map 1", "width and height", "0 numbers left")]
    [InlineData("-1 -1 5", "map 1", "width and height", "1 numbers left")]
    [InlineData("2147483647 2147483647 5", "map 1", "width * height offsets", "1 numbers left")]
    [InlineData("1 1 x", "number 3", "a whole number", "x")]
    [InlineData("1 1 0.5", "number 3", "a whole number", "0.5")]
    [InlineData("1 1 99999999999", "number 3", "a whole number", "99999999999")]
    [InlineData("1 1 52", "map 1", "-51 to 51", "52")]
    [InlineData("1 1 1 1 1 -52", "map 2", "-51 to 51", "-52")]
    public void A_fault_is_told_with_its_place_what_was_expected_and_what_came(string text, string place, string expected, string found)
    {
        Told.Of(() => Parse(text, 2), "m.txt", place, expected, found);
    }

    [Fact]
    public void A_very_tall_map_is_scaled_without_overflow()
    {
        var text = "1 5000000 " + string.Concat(Enumerable.Repeat("1 ", 4_999_999)) + "9";
        var map = KvazaarRoi.Parse(text, "m.txt", new FrameFormat(64, 8192, 8, ChromaFormat.Luma400), 1, _ => 30, 16);
        Assert.All(map.Frames[0].Offsets, o => Assert.Equal(1, o));
    }

    private static QpMap Parse(string text, int frames) => KvazaarRoi.Parse(text, "m.txt", Frame, frames, _ => 30, 64);
}
