using System.IO.Compression;
using DiagCodec.Coding.Archive;
using DiagCodec.Coding.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace DiagCodec.Coding.Tests.Archive;

public sealed class BrotliBlockTests
{
    [Fact]
    public void Every_block_comes_back()
    {
        Prop.ForAll<byte[]>(plain => Assert.Equal(plain, BrotliBlock.Decompress(BrotliBlock.Compress(plain), plain.Length, "x"))).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(1_000_000)]
    [InlineData(5_000_000)]
    [InlineData(14_000_000)]
    public void A_block_of_one_byte_over_and_over_comes_back(int length)
    {
        var plain = new byte[length];
        var compressed = BrotliBlock.Compress(plain);
        Assert.True(plain.AsSpan().SequenceEqual(BrotliBlock.Decompress(compressed, length, "x")));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(99)]
    [InlineData(101)]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    public void A_size_that_is_not_true_is_refused(long size)
    {
        var compressed = BrotliBlock.Compress(new byte[100]);
        Told.Of(() => BrotliBlock.Decompress(compressed, size, "headers.br"), "headers.br");
    }

    [Fact]
    public void A_block_that_is_cut_off_or_followed_by_more_is_refused()
    {
        var plain = Enumerable.Range(0, 500).Select(i => (byte)(i * i)).ToArray();
        var compressed = BrotliBlock.Compress(plain);
        for (var cut = 0; cut < compressed.Length; cut += 7)
        {
            Told.Of(() => BrotliBlock.Decompress(compressed.AsSpan(0, cut), plain.Length, "x"));
        }

        Told.Of(() => BrotliBlock.Decompress([.. compressed, 0], plain.Length, "x"));
    }

    [Theory]
    [InlineData(100_000_000)]
    [InlineData(2_000_000_000)]
    public void A_hundred_bytes_that_promise_the_world_take_no_memory(long promised)
    {
        var bytes = new byte[100];
        for (var seed = 0; seed < 50; seed++)
        {
            new Random(seed).NextBytes(bytes);
            Memory.AssertLittle(() => Told.Of(() => BrotliBlock.Decompress(bytes, promised, "x")));
        }
    }

    [Fact]
    public void A_large_compressed_block_that_lies_about_its_size_takes_no_memory_for_the_lie()
    {
        var random = new byte[120_000];
        new Random(1).NextBytes(random);
        var compressed = BrotliBlock.Compress(random);
        Memory.AssertLittle(() => Told.Of(() => BrotliBlock.Decompress(compressed, 2_000_000_000, "x")));
    }

    [Fact]
    public void A_bomb_is_refused_before_it_is_big()
    {
        var bomb = Bomb(400_000_000);
        Assert.InRange(bomb.Length, 1, 2000);
        Memory.AssertLittle(() => Told.Of(() => BrotliBlock.Decompress(bomb, 400_000_000, "x")));
        Memory.AssertLittle(() => Told.Of(() => BrotliBlock.Decompress(bomb, 10, "x")));
    }

    private static byte[] Bomb(int length)
    {
        using var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, new BrotliCompressionOptions { Quality = 5 }, leaveOpen: true))
        {
            var zeros = new byte[1_000_000];
            for (var i = 0; i < length; i += zeros.Length)
            {
                brotli.Write(zeros);
            }
        }

        return compressed.ToArray();
    }
}
