using DiagCodec.Coding.Archive;
using DiagCodec.Coding.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace DiagCodec.Coding.Tests.Archive;

public sealed class VarintTests
{
    [Fact]
    public void Every_number_comes_back_and_nothing_is_left()
    {
        Prop.ForAll<DoNotSize<uint>, DoNotSize<int>>((unsigned, signed) =>
        {
            using var stream = new MemoryStream();
            Varint.Write(stream, unsigned.Item);
            Varint.WriteSigned(stream, signed.Item);
            ReadOnlySpan<byte> bytes = stream.ToArray();
            Assert.Equal(unsigned.Item, Varint.Read(ref bytes, "x"));
            Assert.Equal(signed.Item, Varint.ReadSigned(ref bytes, "x"));
            Assert.True(bytes.IsEmpty);
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(0u, "00")]
    [InlineData(127u, "7F")]
    [InlineData(128u, "8001")]
    [InlineData(300u, "AC02")]
    [InlineData(uint.MaxValue, "FFFFFFFF0F")]
    public void The_bytes_are_as_documented(uint value, string hex)
    {
        using var stream = new MemoryStream();
        Varint.Write(stream, value);
        Assert.Equal(hex, Convert.ToHexString(stream.ToArray()));
    }

    [Theory]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    [InlineData(-1)]
    [InlineData(0)]
    public void Signed_ends_come_back(int value)
    {
        using var stream = new MemoryStream();
        Varint.WriteSigned(stream, value);
        ReadOnlySpan<byte> bytes = stream.ToArray();
        Assert.Equal(value, Varint.ReadSigned(ref bytes, "x"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("80")]
    [InlineData("FFFFFFFF")]
    [InlineData("FFFFFFFF10")]
    [InlineData("FFFFFFFFFF")]
    [InlineData("808080808000")]
    public void Numbers_that_end_early_or_pass_32_bits_are_refused(string hex)
    {
        Told.Of(
            () =>
            {
                ReadOnlySpan<byte> bytes = Convert.FromHexString(hex);
                Varint.Read(ref bytes, "headers.br");
            },
            "headers.br");
    }
}
