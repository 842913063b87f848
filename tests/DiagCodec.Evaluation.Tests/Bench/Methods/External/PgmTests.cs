using System.Text;
using DiagCodec.Coding.Prepare;
using DiagCodec.Evaluation.Bench.Methods.External.Stills;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Files;

namespace DiagCodec.Evaluation.Tests.Bench.Methods.External;

public class PgmTests
{
    private static readonly FrameFormat Twelve = new(3, 2, 12, ChromaFormat.Luma400);
    private static readonly FrameFormat Eight = new(3, 2, 8, ChromaFormat.Luma400);

    [Fact]
    public void TwelveBitsAreBigEndian()
    {
        using var work = new WorkFolder();
        var path = Path.Combine(work.Path, "a.pgm");
        byte[] frame = [0x01, 0x00, 0xFF, 0x0F, 0x00, 0x01, 0, 0, 0x34, 0x02, 0, 0];
        Pgm.Write(path, Twelve, frame);
        byte[] expected = [.. "P5\n3 2\n4095\n"u8, 0x00, 0x01, 0x0F, 0xFF, 0x01, 0x00, 0, 0, 0x02, 0x34, 0, 0];
        Assert.Equal(expected, File.ReadAllBytes(path));
        var back = new byte[12];
        Pgm.Read(path, Twelve, back);
        Assert.Equal(frame, back);
    }

    [Fact]
    public void CommentsAndAnyWhiteSpaceAreRead()
    {
        var frame = new byte[6];
        Pgm.Parse("a.pgm", [.. "P5#made by\n# two\n 3\t2\r\n255\n"u8, 35, 2, 3, 4, 5, 10], Eight, frame);
        Assert.Equal([35, 2, 3, 4, 5, 10], frame);
    }

    [Theory]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("P5")]
    [InlineData("P5\n")]
    [InlineData("P5\n3 2\n255")]
    [InlineData("P5\n3 2\n255\n12345")]
    [InlineData("P5\n3 2\n255\n1234567")]
    [InlineData("P5\n3 2\n256\n123456")]
    [InlineData("P5\n2 3\n255\n123456")]
    [InlineData("P2\n3 2\n255\n123456")]
    [InlineData("P6\n3 2\n255\n123456")]
    [InlineData("P5\n-3 2\n255\n123456")]
    [InlineData("P5\n3 2\n# no end")]
    [InlineData("P5\n2147483647 2147483647\n255\n123456")]
    [InlineData("P5\n99999999999999999999 2\n255\n123456")]
    public void OtherThingsAreRefusedInOneLine(string text)
    {
        var fault = Assert.Throws<ToolException>(() => Pgm.Parse("a.pgm", Encoding.ASCII.GetBytes(text), Eight, new byte[6]));
        Assert.StartsWith("a.pgm: ", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
    }

    [Fact]
    public void SamplesAboveTheLargestAreRefused()
    {
        byte[] bytes = [.. "P5 3 2 4095 "u8, 0x10, 0x00, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        Assert.Throws<ToolException>(() => Pgm.Parse("a.pgm", bytes, Twelve, new byte[12]));
    }

    [Fact]
    public void HugeFilesAreRefusedUnread()
    {
        using var work = new WorkFolder();
        var path = Path.Combine(work.Path, "a.pgm");
        using (var file = File.Create(path))
        {
            file.SetLength(1L << 33);
        }

        Assert.Throws<ToolException>(() => Pgm.Read(path, Eight, new byte[6]));
        Assert.Throws<ToolException>(() => Pgm.Read(Path.Combine(work.Path, "none.pgm"), Eight, new byte[6]));
    }

    [Fact]
    public void NoBytesMakeItFailOtherwise()
    {
        var random = new Random(3);
        for (var run = 0; run < 3000; run++)
        {
            byte[] bytes = [.. "P5\n3 2\n255\n"u8, 1, 2, 3, 4, 5, 6];
            for (var flip = 0; flip < 3; flip++)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            try
            {
                Pgm.Parse("a.pgm", bytes.AsSpan(0, random.Next(bytes.Length + 1)), Eight, new byte[6]);
            }
            catch (ToolException e)
            {
                Assert.StartsWith("a.pgm: ", e.Message, StringComparison.Ordinal);
            }
        }
    }
}
