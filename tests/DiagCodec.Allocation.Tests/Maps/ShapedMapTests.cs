using DiagCodec.Allocation.Maps;
using FsCheck;
using FsCheck.Fluent;

namespace DiagCodec.Allocation.Tests.Maps;

public sealed class ShapedMapTests
{
    [Fact]
    public void Offsets_follow_the_share_of_mask_in_every_block()
    {
        // Left block: full; middle: its left half; right: nothing.
        var request = Masks.Request(192, 64, 1, (x, _, _) => x < 96);
        Assert.Equal([-6, 0, 6], Of("linear").Allocate(request).Offsets(0));
        Assert.Equal([-6, 3, 6], Of("square").Allocate(request).Offsets(0));
        Assert.Equal([-6, -2, 6], Of("sqrt").Allocate(request).Offsets(0));
        Assert.Equal([-6, 5, 6], Of("exponential").Allocate(request).Offsets(0));
        Assert.Equal([-6, -4, 6], Of("log").Allocate(request).Offsets(0));
    }

    [Fact]
    public void Blocks_that_hang_over_the_slice_count_its_pixels_only()
    {
        // 80 wide: the second block has 16 columns of the slice, all of them mask; the slice's 40 rows are filled up to 64.
        var map = Of("linear").Allocate(Masks.Request(80, 40, 1, (x, _, _) => x >= 64));
        Assert.Equal([6, -6], map.Offsets(0));
        Assert.Equal((2, 1), (map.Columns, map.Rows));
    }

    [Fact]
    public void Blocks_beyond_a_narrow_slice_are_background() =>
        Assert.Equal([-6, 6, 6, -6, 6, 6], Of("linear").Allocate(Masks.Request(20, 40, 1, (_, _, _) => true, 32)).Offsets(0));

    [Fact]
    public void More_mask_never_means_more_QP_and_no_offset_leaves_its_range() =>
        Prop.ForAll<byte, byte, int>((strength, range, seed) =>
        {
            var random = new Random(seed);
            var (a, b) = (random.Next(65536), random.Next(65536));
            var options = new MaskMapOptions { Strength = strength % 52, Range = range % 52 };
            foreach (var shape in MapShape.All)
            {
                var allocator = new ShapedMapAllocator(shape, options);
                var (low, high) = (Math.Min(a, b) / 65535.0, Math.Max(a, b) / 65535.0);
                Assert.True(allocator.OffsetOf(low) >= allocator.OffsetOf(high));
                Assert.InRange(allocator.OffsetOf(low), -options.Strength, options.Range);
                Assert.Equal((options.Range, -options.Strength), (allocator.OffsetOf(0), allocator.OffsetOf(1)));
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Linear_maps_of_equal_range_and_strength_are_symmetric() =>
        Prop.ForAll<byte, ushort>((strength, n) =>
        {
            var allocator = new ShapedMapAllocator(MapShape.Linear, new MaskMapOptions { Strength = strength % 52, Range = strength % 52 });
            var share = n % 65 / 64.0;
            Assert.Equal(-allocator.OffsetOf(share), allocator.OffsetOf(1 - share));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Coded_QPs_are_clipped_to_what_the_bit_depth_allows()
    {
        var options = new MaskMapOptions { Strength = 51, Range = 51 };
        var map = new ShapedMapAllocator(MapShape.Linear, options).Allocate(Masks.Request(128, 64, 1, (x, _, _) => x < 64));
        Assert.Equal((0, 49), (map.AbsoluteQp(0, 0), map.AbsoluteQp(0, 1)));
        var eight = new ShapedMapAllocator(MapShape.Linear, options).Allocate(Masks.Request(128, 64, 1, (x, _, _) => x < 64, bitDepth: 8));
        Assert.Equal((0, 51), (eight.AbsoluteQp(0, 0), eight.AbsoluteQp(0, 1)));
    }

    [Fact]
    public void An_empty_mask_leaves_the_frame_QPs_alone_and_an_empty_frame_is_background()
    {
        var empty = Of("linear").Allocate(Masks.Request(128, 64, 2, (_, _, _) => false));
        Assert.All(empty.Frames, f => Assert.False(f.HasOffsets));
        var second = Of("linear").Allocate(Masks.Request(128, 64, 2, (_, _, z) => z == 1));
        Assert.Equal([6, 6], second.Offsets(0));
        Assert.Equal([-6, -6], second.Offsets(1));
    }

    [Fact]
    public void Oddities_of_a_mask_are_said_in_words()
    {
        Assert.Contains("empty", Oddity((_, _, _) => false), StringComparison.Ordinal);
        Assert.Contains("every voxel", Oddity((_, _, _) => true), StringComparison.Ordinal);
        Assert.Contains("1 of 2 slices", Oddity((_, _, z) => z == 1), StringComparison.Ordinal);
        Assert.Null(MaskCoverage.Of(Masks.Request(8, 8, 2, (x, _, _) => x == 1).Mask!).Oddity());

        static string? Oddity(Func<int, int, int, bool> rule) => MaskCoverage.Of(Masks.Request(8, 8, 2, rule).Mask!).Oddity();
    }

    [Fact]
    public void A_request_without_mask_or_with_one_of_another_size_is_a_programming_error()
    {
        var request = Masks.Request(64, 64, 2, (_, _, _) => true);
        Assert.Throws<ArgumentException>(() => Of("linear").Allocate(request with { Mask = null }));
        Assert.Throws<ArgumentException>(() => Of("linear").Allocate(request with { Frames = 3 }));
    }

    private static IBitAllocator Of(string name) => Allocators.Named(name, new MaskMapOptions());
}
