using DiagCodec.Coding.Prepare;
using DiagCodec.Coding.Tests.Support;
using DiagCodec.Imaging.Volumes;
using FsCheck;
using FsCheck.Fluent;

namespace DiagCodec.Coding.Tests.Prepare;

public sealed class ShiftMappingTests
{
    private static readonly int[] Depths = [8, 10, 12];

    [Fact]
    public void Every_value_of_every_range_that_fits_comes_back()
    {
        Prop.ForAll<DoNotSize<int>, ushort>((first, width) =>
        {
            foreach (var depth in Depths)
            {
                var low = Math.Min(first.Item, int.MaxValue - 4095);
                var high = low + (width % (1 << depth));
                var mapping = Shift(depth, low, high);
                int[] values = [low, high, low + ((high - low) / 2), low + ((high - low) / 3)];
                Assert.Equal(values, mapping.Back(mapping.There(values)));
                Assert.All(mapping.There(values), c => Assert.InRange(c, 0, (1 << depth) - 1));
            }
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(SampleFormat.UInt8, 8)]
    [InlineData(SampleFormat.Int8, 8)]
    [InlineData(SampleFormat.UInt16, 12)]
    [InlineData(SampleFormat.Int16, 12)]
    [InlineData(SampleFormat.Int16, 10)]
    [InlineData(SampleFormat.UInt32, 12)]
    [InlineData(SampleFormat.Int32, 12)]
    [InlineData(SampleFormat.Int32, 8)]
    public void Every_format_is_exact_at_both_ends_of_its_range(SampleFormat format, int depth)
    {
        var (lowest, highest) = Volumes.RangeOf(format);
        var count = 1 << depth;
        foreach (var low in (int[])[lowest, highest - count + 1])
        {
            var volume = Volumes.Of(count, 1, format, [.. Enumerable.Range(0, count).Select(i => low + i)]);
            var mapping = SampleMappingChoice.For(volume, depth, null);
            Assert.Equal((SampleMappingKind.Shift, 0L, low), (mapping.Kind, mapping.MaxError, mapping.Low));
            Assert.Equal(0, mapping.WorstError(volume));
        }
    }

    [Fact]
    public void Codes_beyond_the_range_come_back_as_the_highest_stored_value()
    {
        Assert.Equal([-1024, -1000, -1000, -1000], Shift(12, -1024, -1000).Back(0, 24, 25, 4095));
    }

    [Fact]
    public void Codes_beyond_the_largest_32_bit_number_do_not_wrap_around()
    {
        Assert.Equal([int.MaxValue - 7, int.MaxValue, int.MaxValue], Shift(12, int.MaxValue - 7, int.MaxValue).Back(0, 7, 4095));
    }

    private static SampleMapping Shift(int depth, int low, int high) =>
        new() { Kind = SampleMappingKind.Shift, BitDepth = depth, Low = low, High = high, MaxError = 0 };
}
