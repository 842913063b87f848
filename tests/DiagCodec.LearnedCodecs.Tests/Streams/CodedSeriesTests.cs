using DiagCodec.Imaging.Faults;
using DiagCodec.LearnedCodecs.Models;
using DiagCodec.LearnedCodecs.Streams;

namespace DiagCodec.LearnedCodecs.Tests.Streams;

public sealed class CodedSeriesTests
{
    private static readonly LearnedStreamHeader Header = new(CodecShape.MeanScale, "0011223344556677", 500, 300, 1, 12, 3);

    [Fact]
    public void What_is_written_is_read()
    {
        var series = CodedSeries.Read(Written(), "x");
        Assert.Equal(Header, series.Header);
        Assert.Equal((5, 8), (series.Header.HyperHeight, series.Header.HyperWidth));
        Assert.Equal([[1, 2, 3], [], [7]], series.Slices.Select(s => s.Hyper.ToArray()));
        Assert.Equal([[4, 5], [6], new byte[300]], series.Slices.Select(s => s.Latent.ToArray()));
    }

    [Fact]
    public void The_layout_is_the_documented_one() => Assert.Equal(
        "44474c43" + "02" + "00" + "0011223344556677" + "f403" + "ac02" + "1c" + "03" + "03" + "02",
        Convert.ToHexStringLower(Written().AsSpan(0, 4 + 1 + 1 + 8 + 2 + 2 + 1 + 1 + 1 + 1)));

    [Fact]
    public void Numbers_of_codecs_stay_as_they_are() =>
        Assert.Equal([CodecShape.MeanScale, CodecShape.Cheng, CodecShape.Mvmic, LearnedStreamHeader.Orchestrated], LearnedStreamHeader.Codecs.AsEnumerable());

    [Theory]
    [InlineData("")]
    [InlineData("00112233445566778899aabbccddeeff")]
    [InlineData("001122334455667X")]
    public void A_hash_of_another_length_is_not_written(string hash) =>
        Assert.Contains("model hash", Assert.Throws<ArgumentException>(() => new CodedSeriesWriter(Header with { ModelHash = hash })).Message, StringComparison.Ordinal);

    [Fact]
    public void A_small_picture_has_little_beside_its_code()
    {
        using var writer = new CodedSeriesWriter(Header with { Slices = 1 });
        writer.Add(new CodedSlice(ReadOnlyMemory<byte>.Empty, new byte[60]));
        Assert.Equal(26 + 60, writer.Finish().Length);
    }

    [Fact]
    public void Every_truncation_is_told()
    {
        var bytes = Written();
        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.StartsWith("x", Assert.Throws<InvalidInputException>(() => CodedSeries.Read(bytes.AsMemory(0, length), "x")).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_flipped_bit_is_told()
    {
        var bytes = Written();
        for (var bit = 0; bit < 8 * bytes.Length; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Throws<InvalidInputException>(() => CodedSeries.Read(bytes, "x"));
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Fact]
    public void Bytes_behind_the_last_slice_are_told() =>
        Assert.Contains("1 bytes are left", Assert.Throws<InvalidInputException>(() => CodedSeries.Read((byte[])[.. Written(), 0], "x")).Message, StringComparison.Ordinal);

    [Fact]
    public void Slices_that_changed_places_are_told()
    {
        using var writer = new CodedSeriesWriter(Header with { Slices = 2 });
        writer.Add(new CodedSlice(new byte[] { 1 }, new byte[] { 2 }));
        writer.Add(new CodedSlice(new byte[] { 3 }, new byte[] { 4 }));
        var bytes = writer.Finish();
        byte[] swapped = [.. bytes[..^16], .. bytes[^8..], .. bytes[^16..^8]];
        Assert.Contains("slice 0 has the CRC-32", Assert.Throws<InvalidInputException>(() => CodedSeries.Read(swapped, "x")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(16_385, 1, 1, 12, 1, "sides of 1 to 16384")]
    [InlineData(16_384, 16_384, 1, 12, 1, "at most 67108864 pixels")]
    [InlineData(int.MaxValue, int.MaxValue, 1, 12, 1, "sides of 1 to 16384")]
    [InlineData(0, 5, 1, 12, 1, "sides of 1 to 16384")]
    [InlineData(5, 5, 2, 8, 1, "expected 1 channel of 8 to 12 bits, or 3 of 8")]
    [InlineData(5, 5, 3, 12, 1, "expected 1 channel of 8 to 12 bits, or 3 of 8")]
    [InlineData(5, 5, 1, 13, 1, "expected 1 channel of 8 to 12 bits, or 3 of 8")]
    [InlineData(5, 5, 1, 8, 0, "expected 1 to 65535")]
    public void Impossible_headers_are_told_with_no_more_memory_than_a_message(int width, int height, int channels, int depth, int slices, string words)
    {
        Assert.Contains(words, (Header with { Width = width, Height = height, Channels = channels, BitDepth = depth, Slices = slices }).Fault(), StringComparison.Ordinal);
        var bytes = Forged(width, height, channels, depth, slices);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var fault = Assert.Throws<InvalidInputException>(() => CodedSeries.Read(bytes, "x"));
        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 18);
    }

    [Fact]
    public void More_slices_than_bytes_can_hold_take_no_memory()
    {
        var bytes = Forged(64, 64, 1, 8, 65_535);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("65535 slices take", Assert.Throws<InvalidInputException>(() => CodedSeries.Read(bytes, "x")).Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 18);
    }

    [Fact]
    public void Foreign_models_are_told()
    {
        Header.RequireModel(Header.Codec, Header.ModelHash, "x");
        var fault = Assert.Throws<InvalidInputException>(() => Header.RequireModel(Header.Codec, new string('f', 16), "x"));
        Assert.Contains("0011223344556677", fault.Message, StringComparison.Ordinal);
        Assert.Contains("name the model that it was made with", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nothing of the kind")]
    public void Other_files_are_told(string text) =>
        Assert.Contains("is no learned stream", Assert.Throws<InvalidInputException>(() => CodedSeries.Read(System.Text.Encoding.ASCII.GetBytes(text), "x")).Message, StringComparison.Ordinal);

    private static byte[] Written()
    {
        using var writer = new CodedSeriesWriter(Header);
        writer.Add(new CodedSlice(new byte[] { 1, 2, 3 }, new byte[] { 4, 5 }));
        writer.Add(new CodedSlice(ReadOnlyMemory<byte>.Empty, new byte[] { 6 }));
        writer.Add(new CodedSlice(new byte[] { 7 }, new byte[300]));
        return writer.Finish();
    }

    /// <summary>A header that this program would not write, before slices of no bytes with wrong checksums.</summary>
    private static byte[] Forged(int width, int height, int channels, int depth, int slices)
    {
        return [.. "DGLC"u8, 2, 0, .. new byte[8], .. Number(width), .. Number(height), (byte)((channels << 4) | depth), .. Number(slices), 0, 0];
    }

    private static List<byte> Number(int value)
    {
        var bytes = new List<byte>();
        for (var rest = (uint)value; ; rest >>= 7)
        {
            bytes.Add((byte)(rest > 127 ? rest | 128 : rest));
            if (rest <= 127)
            {
                return bytes;
            }
        }
    }
}
