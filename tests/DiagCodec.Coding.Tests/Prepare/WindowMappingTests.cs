using DiagCodec.Coding.Prepare;
using DiagCodec.Coding.Tests.Support;
using DiagCodec.Imaging.Volumes;
using FsCheck;
using FsCheck.Fluent;

namespace DiagCodec.Coding.Tests.Prepare;

public sealed class WindowMappingTests
{
    [Fact]
    public void A_window_of_40_400_in_8_bits_maps_minus_160_HU_to_0_and_240_HU_to_255()
    {
        var mapping = Window(8, 40, 400, 0, 4095, new Rescale(1, -1024));
        Assert.Equal([0, 0, 128, 255, 255], mapping.There(0, 864, 1064, 1264, 4095));
        Assert.Equal([864, 1264], mapping.Back(0, 255));
    }

    [Fact]
    public void A_negative_slope_turns_the_window_round_and_comes_back()
    {
        // HU = 1000 - 2 * stored; the window is -100 .. 155 HU, one code per HU.
        var mapping = Window(8, 27.5, 255, 0, 1000, new Rescale(-2, 1000));
        Assert.Equal([255, 255, 100, 0, 0], mapping.There(0, 422, 500, 550, 1000));
        Assert.Equal([550, 500], mapping.Back(0, 100));
    }

    [Fact]
    public void Every_slice_uses_its_own_rescale()
    {
        var mapping = Window(8, 127.5, 255, 0, 1000, new Rescale(1, 0), new Rescale(0.5, 0), new Rescale(1, -100));
        Assert.Equal([100], mapping.ThereOn(0, 100));
        Assert.Equal([50], mapping.ThereOn(1, 100));
        Assert.Equal([0], mapping.ThereOn(2, 100));
        Assert.Equal([200], mapping.BackOn(1, 100));
        Assert.Equal([200], mapping.BackOn(2, 100));
    }

    [Fact]
    public void Codes_follow_the_physical_values_and_stored_values_stay_in_range()
    {
        Prop.ForAll<int, NonZeroInt, PositiveInt>((center, slopeTenths, width) =>
        {
            var slope = slopeTenths.Item / 10.0;
            var mapping = Window(12, center, width.Item, -1024, 3071, new Rescale(slope, 7));
            var stored = Enumerable.Range(-1024, 4096).ToArray();
            var codes = mapping.There(stored);
            Assert.Equal(slope > 0 ? codes.Order() : codes.OrderDescending(), codes);
            var back = mapping.Back([.. Enumerable.Range(0, 4096)]);
            Assert.All(back, v => Assert.InRange(v, -1024, 3071));
            Assert.Equal(slope > 0 ? back.Order() : back.OrderDescending(), back);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Values_inside_the_window_come_back_within_half_a_step()
    {
        Prop.ForAll<int, NonZeroInt, PositiveInt>((center, slopeTenths, width) =>
        {
            var rescale = new Rescale(slopeTenths.Item / 10.0, 3);
            var mapping = Window(8, center, width.Item, -1024, 3071, rescale);
            var step = width.Item / 255.0 / Math.Abs(rescale.Slope);
            var inside = Enumerable.Range(-1024, 4096).Where(v => Math.Abs(rescale.Apply(v) - center) <= width.Item / 2.0).ToArray();
            var back = mapping.Back(mapping.There(inside));
            Assert.All(inside.Zip(back), p => Assert.InRange(Math.Abs(p.First - p.Second), 0, Math.Ceiling(step / 2) + 1));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_error_said_is_the_largest_there_is_with_clipping_and_padding()
    {
        Prop.ForAll<int, int, PositiveInt>((seed, center, width) =>
        {
            var volume = Volumes.Random(seed, 7, 3, 2, SampleFormat.Int16, -1024, 3071).WithPadding(-1024, 0);
            var mapping = SampleMappingChoice.For(volume, 8, (center, width.Item));
            Assert.Equal(mapping.WorstError(volume), mapping.MaxError);
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(1e-320, 400)]
    [InlineData(-1e-320, 400)]
    [InlineData(1, 1e308)]
    [InlineData(1e300, 1e-300)]
    public void Absurd_slopes_and_widths_still_give_values_in_range(double slope, double width)
    {
        var mapping = Window(12, 0, width, 10, 3000, new Rescale(slope, 0));
        Assert.All(mapping.Back(0, 1, 2047, 4095), v => Assert.InRange(v, 10, 3000));
        Assert.All(mapping.There(10, 500, 3000), c => Assert.InRange(c, 0, 4095));
    }

    private static SampleMapping Window(int depth, double center, double width, int low, int high, params Rescale[] rescales) => new()
    {
        Kind = SampleMappingKind.Window,
        BitDepth = depth,
        Low = low,
        High = high,
        WindowCenter = center,
        WindowWidth = width,
        Rescales = [.. rescales],
        MaxError = 0,
    };
}
