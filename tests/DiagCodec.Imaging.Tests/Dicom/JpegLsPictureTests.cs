using System.Runtime.InteropServices;
using DiagCodec.Imaging.Dicom;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Imaging.Tests.Dicom;

public class JpegLsPictureTests
{
    [Theory]
    [InlineData(8, 64, 64)]
    [InlineData(8, 97, 75)]
    [InlineData(10, 97, 75)]
    [InlineData(12, 33, 61)]
    [InlineData(16, 64, 64)]
    public void EveryBitComesBack(int bits, int columns, int rows)
    {
        var samples = Noise(bits, columns * rows);
        var codestream = JpegLsPicture.Encode(samples, columns, rows, bits);

        // SOI, and EOI with nothing behind it.
        Assert.Equal([0xFF, 0xD8], codestream[..2]);
        Assert.Equal([0xFF, 0xD9], codestream[^2..]);
        Assert.Equal(samples, JpegLsPicture.Decode("a.jls", codestream, columns, rows, bits));
    }

    [Fact]
    public void AFlatPictureTakesNextToNothing()
    {
        var flat = new byte[64 * 64];
        flat.AsSpan().Fill(100);
        Assert.InRange(JpegLsPicture.Encode(flat, 64, 64, 8).Length, 20, 100);
    }

    [Fact]
    public void AnotherSizeOrDepthIsRefused()
    {
        var codestream = JpegLsPicture.Encode(Noise(12, 64 * 64), 64, 64, 12);
        foreach (var (columns, rows, bits) in new[] { (65, 64, 12), (64, 65, 12), (64, 64, 8), (64, 64, 10) })
        {
            var fault = Assert.Throws<InvalidInputException>(() => JpegLsPicture.Decode("a.jls", codestream, columns, rows, bits));
            Assert.StartsWith("a.jls: ", fault.Message, StringComparison.Ordinal);
            Assert.Contains("expected", fault.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void ABrokenCodestreamIsRefused()
    {
        var codestream = JpegLsPicture.Encode(Noise(8, 64 * 64), 64, 64, 8);
        Assert.Throws<InvalidInputException>(() => JpegLsPicture.Decode("a.jls", codestream.AsMemory(0, 0), 64, 64, 8));
        Assert.Throws<InvalidInputException>(() => JpegLsPicture.Decode("a.jls", codestream.AsMemory(0, 10), 64, 64, 8));
        Assert.Throws<InvalidInputException>(() => JpegLsPicture.Decode("a.jls", codestream.AsMemory(0, codestream.Length - 100), 64, 64, 8));
        Assert.Throws<InvalidInputException>(() => JpegLsPicture.Decode("a.jls", new byte[4000], 64, 64, 8));
    }

    [Fact]
    public void WrongArgumentsAreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => JpegLsPicture.Encode(new byte[4095], 64, 64, 8));
        Assert.Throws<ArgumentOutOfRangeException>(() => JpegLsPicture.Encode(new byte[4096], 64, 64, 12));
        Assert.Throws<ArgumentOutOfRangeException>(() => JpegLsPicture.Encode(new byte[4096], 64, 64, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => JpegLsPicture.Encode(new byte[8192], 64, 64, 17));
    }

    /// <summary>All values of the depth, seeded.</summary>
    private static byte[] Noise(int bits, int count)
    {
        var random = new Random(5);
        var values = Enumerable.Range(0, count).Select(_ => (ushort)random.Next(1 << bits)).ToArray();
        return bits > 8 ? MemoryMarshal.AsBytes(values.AsSpan()).ToArray() : Array.ConvertAll(values, v => (byte)v);
    }
}
