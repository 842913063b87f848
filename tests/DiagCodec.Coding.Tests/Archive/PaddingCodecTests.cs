using DiagCodec.Coding.Archive;
using DiagCodec.Coding.Prepare;
using DiagCodec.Coding.Tests.Support;
using DiagCodec.Imaging.Volumes;
using FsCheck;
using FsCheck.Fluent;

namespace DiagCodec.Coding.Tests.Archive;

public sealed class PaddingCodecTests
{
    [Fact]
    public void Padding_comes_back()
    {
        Prop.ForAll<int, byte, byte>((seed, columns, rows) =>
        {
            var volume = Volumes.Random(seed, 1 + columns, 1 + (rows % 20), 3, SampleFormat.Int16, -5, 4).WithPadding(-4, seed % 5);
            var runs = PaddingRuns.Find(volume);
            AssertSame(runs, PaddingCodec.Read(PaddingCodec.Write(runs), 3, volume.PixelsPerSlice, SampleFormat.Int16, "x"));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Extreme_values_come_back()
    {
        var runs = new PaddingRuns([[new PaddingRun(0, 1, int.MinValue), new PaddingRun(1, 67_108_862, int.MaxValue), new PaddingRun(67_108_863, 1, 0)]]);
        AssertSame(runs, PaddingCodec.Read(PaddingCodec.Write(runs), 1, 8192 * 8192, SampleFormat.Int32, "x"));
    }

    [Theory]
    [InlineData("01000A00", 10)]
    [InlineData("010A0000", 10)]
    [InlineData("02000400000500", 10)]
    [InlineData("0B000000", 10)]
    [InlineData("01000000", 0)]
    [InlineData("0000", 10)]
    [InlineData("01FFFFFFFF0FFFFFFFFF0F00", 10)]
    public void Runs_beyond_the_slice_are_refused(string hex, int pixels)
    {
        Told.Of(() => PaddingCodec.Read(Convert.FromHexString(hex), 1, pixels, SampleFormat.Int32, "padding.br"), "padding.br");
    }

    [Fact]
    public void Changed_and_random_bytes_are_read_or_refused_and_take_little_memory()
    {
        var good = PaddingCodec.Write(PaddingRuns.Find(Volumes.Random(1, 20, 20, 3, SampleFormat.Int16, -2, 2).WithPadding(0, 1)));
        foreach (var bytes in Mutations.Of(good))
        {
            Memory.AssertLittle(() => Mutations.ReadOrRefuse(() => PaddingCodec.Read(bytes, 3, 400, SampleFormat.Int16, "x")));
            Memory.AssertLittle(() => Mutations.ReadOrRefuse(() => PaddingCodec.Read(bytes, 100_000, 8192 * 8192, SampleFormat.Int32, "x")));
        }
    }

    [Theory]
    [InlineData(4_000, 500)]
    [InlineData(100_000, 1)]
    public void Equal_padding_on_very_many_slices_passes_through_Brotli_and_back(int slices, int runs)
    {
        var slice = Enumerable.Range(0, runs).Select(i => new PaddingRun(500 * i, 17 + (i % 90), -2000)).ToArray();
        var plain = PaddingCodec.Write(new PaddingRuns([.. Enumerable.Repeat(slice, slices)]));
        Assert.True(plain.AsSpan().SequenceEqual(BrotliBlock.Decompress(BrotliBlock.Compress(plain), plain.Length, "x")));
    }

    private static void AssertSame(PaddingRuns expected, PaddingRuns found)
    {
        Assert.Equal(expected.Slices, found.Slices);
        Assert.All(Enumerable.Range(0, expected.Slices), z => Assert.Equal(expected.Slice(z).ToArray(), found.Slice(z).ToArray()));
    }
}
