using System.Diagnostics;
using System.Text;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Series;
using DiagCodec.Imaging.Tests.Nifti;
using DiagCodec.Imaging.Volumes;
using DiagCodec.Imaging.Y4m;

namespace DiagCodec.Imaging.Tests.Y4m;

public sealed class Y4mTests
{
    [Theory]
    [InlineData("yuv420p", 8, true)]
    [InlineData("yuv420p10le", 10, true)]
    [InlineData("yuv420p12le", 12, true)]
    [InlineData("gray", 8, false)]
    [InlineData("gray10le", 10, false)]
    [InlineData("gray12le", 12, false)]
    public void Video_of_ffmpeg_is_read_sample_by_sample_and_written_back_byte_by_byte(string pixels, int bits, bool chroma)
    {
        using var scratch = new Scratch();
        var (y4m, raw) = (scratch.File("v.y4m"), scratch.File("v.yuv"));

        // ffmpeg 5.1 itself writes odd widths wrongly above 8 bits: its chroma rows lack a byte.
        var columns = chroma && bits > 8 ? 18 : 17;
        Ffmpeg("-f", "lavfi", "-i", $"testsrc=s={columns}x9:r=10:d=0.3", "-pix_fmt", pixels, "-strict", "-1", y4m);
        Ffmpeg("-i", y4m, "-f", "rawvideo", "-pix_fmt", pixels, raw);
        var series = Y4mReader.Read(y4m);
        var volume = series.Volume;
        Assert.Equal((columns, 9, 3, bits, chroma), (volume.Columns, volume.Rows, volume.Slices, volume.BitsStored, volume.Chroma.HasValue));
        using var planes = new MemoryStream();
        using var written = new MemoryStream();
        using var writer = new Y4mSliceWriter(written, series.Headers);
        var values = new int[volume.PixelsPerSlice];
        for (var z = 0; z < volume.Slices; z++)
        {
            var colour = volume.Chroma is { } c ? c[z].Span : [];
            planes.Write(volume.SliceBytes(z));
            planes.Write(colour);
            volume.ReadSlice(z, values);
            writer.Write(z, values, colour);
        }

        writer.Complete();
        Assert.Equal(File.ReadAllBytes(raw), planes.ToArray());
        Assert.Equal(File.ReadAllBytes(y4m), written.ToArray());
    }

    [Theory]
    [InlineData(8, false, "gray")]
    [InlineData(10, false, "gray10le")]
    [InlineData(12, false, "gray12le")]
    [InlineData(8, true, "yuv420p")]
    [InlineData(10, true, "yuv420p10le")]
    [InlineData(12, true, "yuv420p12le")]
    public void What_is_made_from_nothing_is_understood_by_ffmpeg(int bits, bool hasChroma, string pixels)
    {
        using var scratch = new Scratch();
        var header = new Y4mHeader(5, 3, bits, hasChroma);
        var values = Enumerable.Range(0, 15).Select(i => i * ((1 << bits) - 1) / 14).ToArray();
        var chroma = new byte[header.ChromaBytes];
        chroma.AsSpan().Fill(2);
        using (var file = File.Create(scratch.File("v.y4m")))
        using (var writer = new Y4mSliceWriter(file, header.ToSourceHeaders(2), lowest: -7))
        {
            writer.Write(0, values.Select(v => v - 7).ToArray(), chroma);
            writer.Write(1, values.Select(v => v - 7).Reverse().ToArray(), chroma);
            writer.Complete();
        }

        Ffmpeg("-i", scratch.File("v.y4m"), "-f", "rawvideo", "-pix_fmt", pixels, scratch.File("v.raw"));
        var luma = new byte[header.LumaBytes];
        Volume.Narrow(values, SampleFormats.Of(header.BytesPerSample, false), luma);
        Assert.Equal([.. luma, .. chroma], File.ReadAllBytes(scratch.File("v.raw"))[..(luma.Length + chroma.Length)]);
        Assert.Equal(2, Y4mReader.Read(scratch.File("v.y4m")).Volume.Slices);
    }

    [Theory]
    [InlineData("YUV4MPEG2 W4 H4 F25:1 It C420jpeg", "interlaced")]
    [InlineData("YUV4MPEG2 W4 H4 F25:1 Ip C422", "C422 is not supported")]
    [InlineData("YUV4MPEG2 W4 H4 C420p14", "C420p14 is not supported")]
    [InlineData("YUV4MPEG2 W-4 H4", "tag W is -4")]
    [InlineData("YUV4MPEG2 W4", "tag H is nothing")]
    [InlineData("YUV4MPEG2 W99999 H4", "tag W is 99999")]
    [InlineData("YUV4MPEG2 W65535 H65535", "too large")]
    [InlineData("YUV4MPEG2 W16384 H16384", "expected 268435456 bytes, found 24")]
    [InlineData("YUV4MPEG2 W4 H5", "does not begin with FRAME|ends within frame")]
    [InlineData("YUV4MPEG3 W4 H4", "not a YUV4MPEG2 file")]
    public void Headers_that_are_odd_are_refused(string header, string says)
    {
        using var scratch = new Scratch();
        var path = scratch.File("v.y4m");
        File.WriteAllBytes(path, [.. Encoding.ASCII.GetBytes(header + "\nFRAME\n"), .. new byte[24]]);
        var e = Assert.Throws<InvalidInputException>(() => Y4mReader.Read(path));
        Assert.Contains(says.Split('|'), s => e.Message.Contains(s, StringComparison.Ordinal));
    }

    [Fact]
    public void Truncations_and_bit_flips_read_or_are_refused()
    {
        using var scratch = new Scratch();
        var path = scratch.File("v.y4m");
        byte[] whole = [.. "YUV4MPEG2 W4 H4 F25:1 Ip A1:1 Cmono10\nFRAME\n"u8, .. new byte[32], .. "FRAME\n"u8, .. new byte[32]];
        var refusals = 0;
        for (var bit = 0; bit < 8 * whole.Length; bit++)
        {
            var flipped = (byte[])whole.Clone();
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            refusals += Refused(path, flipped) ? 1 : 0;
        }

        Assert.True(refusals > 100);
        for (var length = 0; length < whole.Length; length++)
        {
            var isWholeFrames = length == whole.Length - 38;
            Assert.Equal(!isWholeFrames, Refused(path, whole[..length]));
        }
    }

    [Fact]
    public void Values_beyond_the_bit_depth_are_not_written()
    {
        using var writer = new Y4mSliceWriter(new MemoryStream(), new Y4mHeader(2, 1, 10, false).ToSourceHeaders(1));
        Assert.Throws<OverflowException>(() => writer.Write(0, [0, 1024], []));
        Assert.Throws<OverflowException>(() => writer.Write(0, [0, -1], []));
        Assert.Throws<ArgumentException>(() => writer.Write(0, [0], []));
        Assert.Throws<InvalidOperationException>(writer.Complete);
        var foreign = new SourceHeaders(SourceKind.Y4m, ["nonsense"u8.ToArray()], []);
        Assert.Throws<InvalidInputException>(() => new Y4mSliceWriter(new MemoryStream(), foreign));
    }

    private static bool Refused(string path, byte[] content)
    {
        File.WriteAllBytes(path, content);
        try
        {
            Y4mReader.Read(path);
            return false;
        }
        catch (InvalidInputException)
        {
            return true;
        }
    }

    internal static void Ffmpeg(params string[] arguments)
    {
        using var process = Process.Start("ffmpeg", ["-v", "error", "-nostdin", .. arguments]);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
