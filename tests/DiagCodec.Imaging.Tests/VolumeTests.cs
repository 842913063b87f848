using DiagCodec.Imaging.Volumes;
using FsCheck;
using FsCheck.Fluent;

namespace DiagCodec.Imaging.Tests;

public sealed class VolumeTests
{
    [Fact]
    public void Narrowing_what_was_widened_gives_the_same_bytes()
    {
        Prop.ForAll<byte[]>(bytes =>
        {
            foreach (var format in Enum.GetValues<SampleFormat>())
            {
                var samples = bytes.AsSpan(0, bytes.Length / format.Bytes() * format.Bytes()).ToArray();
                if (format == SampleFormat.UInt32)
                {
                    for (var i = 3; i < samples.Length; i += 4)
                    {
                        samples[i] &= 0x7F;
                    }
                }

                var values = new int[samples.Length / format.Bytes()];
                Volume.Widen(samples, format, values);
                var back = new byte[samples.Length];
                Volume.Narrow(values, format, back);
                Assert.Equal(samples, back);
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_slice_of_another_size_is_refused()
    {
        var e = Assert.Throws<ArgumentException>(() => new Volume(3, 2, SampleFormat.Int16, [new byte[11]]));
        Assert.Contains("12 bytes, found 11", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_clip_keeps_what_belongs_to_its_slices()
    {
        var volume = new Volume(2, 1, SampleFormat.Int16, [new byte[] { 1, 0, 2, 0 }, new byte[] { 3, 0, 4, 0 }, new byte[] { 5, 0, 6, 0 }])
        {
            BitsStored = 12,
            Geometry = Geometry.Regular(default, new(1, 0, 0), new(0, 1, 0), 0.5, 0.5, 2, 3),
            Rescales = [new Rescale(1, 0), new Rescale(2, 0), new Rescale(3, 0)],
            Padding = new PixelPadding(-5, -5),
            LowIsBright = true,
        };
        foreach (var clip in (Volume[])[volume.Clip(1, 2), volume.Clip(1, 2).WithSamples([new byte[] { 3, 0, 4, 0 }, new byte[] { 5, 0, 6, 0 }])])
        {
            Assert.Equal((2, 12, volume.Padding, true), (clip.Slices, clip.BitsStored, clip.Padding, clip.LowIsBright));
            Assert.Equal(new Rescale(3, 0), clip.RescaleOf(1));
            Assert.Equal([2.0, 4.0], clip.Geometry!.Positions.Select(p => p.Z));
            Assert.Equal([5, 0, 6, 0], clip.SliceBytes(1).ToArray());
        }

        var labels = new LabelMap(2, 1, 3, new byte[] { 1, 2, 3, 4, 5, 6 }, volume.Geometry).Clip(1, 2);
        Assert.Equal([5, 6], labels.Slice(1).ToArray());
        Assert.Equal(2, labels.Geometry!.Positions.Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => volume.WithSamples([]));
    }

    [Fact]
    public void A_voxel_has_a_volume_where_its_depth_is_known()
    {
        Assert.Equal(0.5 * 0.75 * 2, Stack(2, 3).VoxelVolume);
        Assert.Equal(0.5 * 0.75 * 2, Stack(-2, 3).VoxelVolume);
        Assert.Null(Stack(2, 1).VoxelVolume);
        Assert.Null(Stack(0, 3).VoxelVolume);

        static Geometry Stack(double step, int slices) => Geometry.Regular(default, new(1, 0, 0), new(0, 1, 0), 0.5, 0.75, step, slices);
    }
}
