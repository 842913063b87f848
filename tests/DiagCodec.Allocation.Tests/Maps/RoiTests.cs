using DiagCodec.Allocation.Maps;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Allocation.Tests.Maps;

public sealed class RoiTests
{
    [Fact]
    public void One_voxel_makes_a_block_foreground()
    {
        var map = new RoiAllocator(new MaskMapOptions { RoiForeground = -2, RoiBackground = 9 }).Allocate(Masks.Request(192, 128, 1, (x, y, _) => (x, y) == (64, 63)));
        Assert.Equal([9, -2, 9, 9, 9, 9], map.Offsets(0));
    }

    [Fact]
    public void The_margin_reaches_over_corners_and_stops_at_the_edges()
    {
        var options = new MaskMapOptions { RoiBackground = 6, RoiMargin = 1 };
        var map = new RoiAllocator(options).Allocate(Masks.Request(128, 128, 1, (x, y, _) => (x, y) == (40, 40), 32));
        Assert.Equal([0, 0, 0, 6, 0, 0, 0, 6, 0, 0, 0, 6, 6, 6, 6, 6], map.Offsets(0));
        var corner = new RoiAllocator(options).Allocate(Masks.Request(128, 128, 1, (x, y, _) => (x, y) == (127, 0), 32));
        Assert.Equal([6, 6, 0, 0, 6, 6, 0, 0, 6, 6, 6, 6, 6, 6, 6, 6], corner.Offsets(0));
    }

    [Fact]
    public void A_mask_everywhere_is_the_foreground_offset_everywhere() =>
        Assert.All(new RoiAllocator(new MaskMapOptions { RoiForeground = -3 }).Allocate(Masks.Request(128, 128, 1, (_, _, _) => true)).Offsets(0), o => Assert.Equal(-3, o));

    [Fact]
    public void All_faults_of_the_options_are_named_together()
    {
        var fault = Assert.Throws<UsageException>(() => new MaskMapOptions { Strength = -1, Range = 52, RoiMargin = 65, RoiForeground = 7 }.Validate());
        foreach (var word in (string[])["--map-strength -1", "--map-range 52", "--roi-margin 65", "--roi-foreground 7"])
        {
            Assert.Contains(word, fault.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Allocators_are_found_by_the_names_of_the_command_line()
    {
        Assert.Equal(["uniform", "linear", "exponential", "square", "log", "sqrt", "roi"], Allocators.Names);
        Assert.All(Allocators.Names, n => Assert.Equal(n, Allocators.Named(n, new MaskMapOptions()).Name));
        Assert.Throws<UsageException>(() => Allocators.Named("cubic", new MaskMapOptions()));
    }
}
