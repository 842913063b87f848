using DiagCodec.Coding.Prepare;
using DiagCodec.Coding.Tests.Support;
using DiagCodec.Imaging.Series;
using DiagCodec.Imaging.Volumes;
using FsCheck;
using FsCheck.Fluent;

namespace DiagCodec.Coding.Tests.Prepare;

public sealed class PaddingRunsTests
{
    [Fact]
    public void Restoring_puts_every_padding_voxel_back_and_touches_no_other()
    {
        Prop.ForAll<int, byte, byte>((seed, columns, rows) =>
        {
            var volume = Volumes.Random(seed, 1 + (columns % 20), 1 + (rows % 20), 3, SampleFormat.Int16, -5, 4).WithPadding(-4, -2);
            var runs = PaddingRuns.Find(volume);
            for (var z = 0; z < volume.Slices; z++)
            {
                var values = Volumes.SliceOf(volume, z);
                var lossy = values.Select(v => v + 100).ToArray();
                runs.Restore(z, lossy);
                Assert.Equal(values.Select(v => v is >= -4 and <= -2 ? v : v + 100), lossy);
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Runs_are_as_long_as_they_can_be_and_cross_row_ends()
    {
        var volume = Volumes.Of(3, 2, SampleFormat.Int16, [1, -7, -7, -7, -8, 2]).WithPadding(-8, -7);
        Assert.Equal([new PaddingRun(1, 3, -7), new PaddingRun(4, 1, -8)], PaddingRuns.Find(volume).Slice(0).ToArray());
    }

    [Fact]
    public void A_volume_without_a_padding_value_has_no_runs()
    {
        var runs = PaddingRuns.Find(Volumes.Of(2, 1, SampleFormat.Int16, [0, 0], [0, 0]));
        Assert.True(runs.IsEmpty);
        Assert.Equal(2, runs.Slices);
    }

    [Theory]
    [InlineData(SampleFormat.Int16, -2000, -2000, -2000)]
    [InlineData(SampleFormat.Int16, -3000, -1000, -2000)]
    [InlineData(SampleFormat.UInt8, -5, 10, 3)]
    [InlineData(SampleFormat.Int32, int.MinValue, int.MaxValue, 7)]
    public void A_volume_of_nothing_but_padding_is_coded_flat_and_comes_back(SampleFormat format, int low, int high, int value)
    {
        var volume = Volumes.Of(2, 2, format, [value, value, value, value]).WithPadding(low, high);
        var prepared = PreparedSeries.Of(Series(volume), null, null, null);
        var (lowest, highest) = Volumes.RangeOf(format);
        Assert.InRange(prepared.Frames.Mapping.Low, lowest, highest);
        Assert.InRange(prepared.Frames.Mapping.High, lowest, highest);

        var frame = new byte[prepared.Frames.Format.FrameBytes];
        prepared.Frames.Write(0, frame);
        Assert.All(frame, b => Assert.Equal(0, b));
        var slice = new SliceUnmapping(2, 2, prepared.Frames.Format, prepared.Frames.Mapping).Luma(0, frame);
        prepared.Padding.Restore(0, slice);
        Assert.Equal([value, value, value, value], slice.ToArray());
    }

    [Fact]
    public void Padding_is_coded_as_the_mean_of_the_voxels_beside_it()
    {
        // Beside the padding lie 10, 20 and, over the row's end, 30: their mean is 20.
        var volume = Volumes.Of(3, 2, SampleFormat.Int16, [10, -99, 20, -99, -99, 30]).WithPadding(-99, -99);
        var mapping = SampleMappingChoice.For(volume, 8, null);
        var frames = new FrameSequence(volume, mapping, PaddingRuns.Find(volume), ChromaFormat.Luma400);
        var frame = new byte[frames.Format.FrameBytes];
        frames.Write(0, frame);
        var codes = new SliceUnmapping(3, 2, frames.Format, mapping).Luma(0, frame);
        Assert.Equal([10, 20, 20, 20, 20, 30], codes.ToArray());
    }

    private static ImageSeries Series(Volume volume) =>
        new("x", "x", "x", volume, new SourceHeaders(SourceKind.Nifti, [], []), 1, []);
}
