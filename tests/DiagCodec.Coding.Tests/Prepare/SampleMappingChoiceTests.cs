using DiagCodec.Coding.Prepare;
using DiagCodec.Coding.Tests.Support;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Coding.Tests.Prepare;

public sealed class SampleMappingChoiceTests
{
    [Theory]
    [InlineData(SampleFormat.UInt8, 8)]
    [InlineData(SampleFormat.Int8, 8)]
    [InlineData(SampleFormat.UInt16, 12)]
    [InlineData(SampleFormat.Int16, 12)]
    [InlineData(SampleFormat.UInt32, 12)]
    [InlineData(SampleFormat.Int32, 12)]
    public void Bytes_get_8_bits_and_wider_formats_12(SampleFormat format, int depth)
    {
        Assert.Equal(depth, SampleMappingChoice.For(Volumes.Row(format, 1, 2, 3), null, null).BitDepth);
    }

    [Theory]
    [InlineData(4095, SampleMappingKind.Shift)]
    [InlineData(4096, SampleMappingKind.Linear)]
    public void A_range_of_4096_values_is_the_widest_that_12_bits_hold_exactly(int high, SampleMappingKind kind)
    {
        Assert.Equal(kind, SampleMappingChoice.For(Volumes.Row(SampleFormat.Int16, 0, 7, high), null, null).Kind);
    }

    [Fact]
    public void The_range_is_taken_over_all_slices()
    {
        var volume = Volumes.Of(2, 1, SampleFormat.Int16, [5, 6], [-3, 6], [5, 99]);
        var mapping = SampleMappingChoice.For(volume, null, null);
        Assert.Equal((-3, 99), (mapping.Low, mapping.High));
    }

    [Theory]
    [InlineData(40, 0)]
    [InlineData(40, -1)]
    [InlineData(40, double.NaN)]
    [InlineData(40, double.PositiveInfinity)]
    [InlineData(double.NaN, 400)]
    [InlineData(double.NegativeInfinity, 400)]
    public void An_empty_or_endless_window_is_a_usage_fault(double center, double width)
    {
        Assert.Throws<UsageException>(() => SampleMappingChoice.For(Volumes.Row(SampleFormat.Int16, 1), 8, (center, width)));
    }

    [Fact]
    public void Colour_video_with_a_window_is_refused()
    {
        var volume = Volumes.Row(SampleFormat.UInt8, 1, 2).WithChroma([128, 128]);
        Assert.Throws<UsageException>(() => SampleMappingChoice.For(volume, 8, (40, 400)));
    }

    [Fact]
    public void Colour_video_keeps_its_luma_as_it_is()
    {
        var mapping = SampleMappingChoice.For(Volumes.Row(SampleFormat.UInt16, 64, 940).WithChroma([512, 512]), 10, null);
        Assert.Equal((SampleMappingKind.Shift, 0, 940), (mapping.Kind, mapping.Low, mapping.High));
    }

    [Fact]
    public void Colour_video_with_luma_beyond_the_bit_depth_is_refused()
    {
        var volume = Volumes.Row(SampleFormat.UInt16, 64, 256).WithChroma([128, 128]);
        Assert.Throws<UsageException>(() => SampleMappingChoice.For(volume, 8, null));
    }

    [Fact]
    public void Colour_video_with_chroma_beyond_the_bit_depth_is_refused()
    {
        var volume = Volumes.Row(SampleFormat.UInt16, 64, 255).WithChroma([128, 512]);
        var e = Assert.Throws<UsageException>(() => SampleMappingChoice.For(volume, 8, null));
        Assert.Contains("512", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_window_keeps_the_rescale_of_every_slice()
    {
        var volume = Volumes.Of(1, 1, SampleFormat.Int16, [1], [2]).WithRescales(new Rescale(1, 0), new Rescale(-2, 5));
        Assert.Equal(volume.Rescales, SampleMappingChoice.For(volume, 8, (0, 100)).Rescales);
    }
}
