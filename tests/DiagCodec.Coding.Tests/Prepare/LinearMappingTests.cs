using DiagCodec.Coding.Prepare;
using DiagCodec.Coding.Tests.Support;
using DiagCodec.Imaging.Volumes;
using FsCheck;
using FsCheck.Fluent;

namespace DiagCodec.Coding.Tests.Prepare;

public sealed class LinearMappingTests
{
    [Fact]
    public void The_error_said_is_the_largest_there_is_and_about_half_a_step()
    {
        Prop.ForAll<int, DoNotSize<int>, DoNotSize<int>>((seed, a, b) =>
        {
            var (low, high) = Wide(a.Item, b.Item);
            foreach (var depth in (int[])[8, 10, 12])
            {
                var volume = Volumes.Random(seed, 9, 5, 2, SampleFormat.Int32, low, high);
                var mapping = SampleMappingChoice.For(volume, depth, null);
                Assert.Equal(mapping.WorstError(volume), mapping.MaxError);
                if (mapping.Kind == SampleMappingKind.Linear)
                {
                    var step = ((double)mapping.High - mapping.Low) / ((1 << depth) - 1);
                    Assert.InRange(mapping.MaxError, 0, Math.Ceiling(step / 2) + 1);
                }
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Every_code_comes_back_inside_the_range_and_the_ends_are_exact()
    {
        Prop.ForAll<DoNotSize<int>, DoNotSize<int>>((a, b) =>
        {
            var (low, high) = Wide(a.Item, b.Item);
            var mapping = Linear(12, low, high);
            var all = mapping.Back([.. Enumerable.Range(0, 4096)]);
            Assert.All(all, v => Assert.InRange(v, low, high));
            Assert.Equal(all.Order(), all);
            Assert.Equal([low, high], mapping.Back(mapping.There(low, high)));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_whole_32_bit_range_is_mapped_end_to_end()
    {
        var mapping = Linear(8, int.MinValue, int.MaxValue);
        Assert.Equal([0, 128, 255], mapping.There(int.MinValue, 0, int.MaxValue));
        Assert.Equal([int.MinValue, int.MaxValue], mapping.Back(0, 255));
    }

    [Fact]
    public void A_range_of_0_to_510_in_8_bits_is_halved()
    {
        var mapping = SampleMappingChoice.For(Volumes.Row(SampleFormat.UInt16, 0, 1, 2, 3, 509, 510), 8, null);
        Assert.Equal((SampleMappingKind.Linear, 1L), (mapping.Kind, mapping.MaxError));
        Assert.Equal([0, 1, 1, 2, 255, 255], mapping.There(0, 1, 2, 3, 509, 510));
        Assert.Equal([0, 2, 4, 510], mapping.Back(0, 1, 2, 255));
    }

    [Fact]
    public void Padding_does_not_widen_the_range_nor_count_as_error()
    {
        var volume = Volumes.Row(SampleFormat.Int16, -32768, -1000, 1000, -32768).WithPadding(-32768, -32768);
        var mapping = SampleMappingChoice.For(volume, null, null);
        Assert.Equal((SampleMappingKind.Shift, -1000, 1000, 0L), (mapping.Kind, mapping.Low, mapping.High, mapping.MaxError));
    }

    private static (int Low, int High) Wide(int a, int b)
    {
        var (low, high) = (Math.Min(a, b), Math.Max(a, b));
        return (long)high - low > 4096 ? (low, high) : (int.MinValue, int.MaxValue);
    }

    private static SampleMapping Linear(int depth, int low, int high) =>
        new() { Kind = SampleMappingKind.Linear, BitDepth = depth, Low = low, High = high, MaxError = 0 };
}
