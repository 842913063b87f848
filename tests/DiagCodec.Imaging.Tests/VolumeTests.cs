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
}
