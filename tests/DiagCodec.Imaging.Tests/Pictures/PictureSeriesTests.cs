using System.Text;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Files;
using DiagCodec.Imaging.Pictures;
using DiagCodec.Imaging.Series;
using DiagCodec.Imaging.Tests.Nifti;
using DiagCodec.Imaging.Tests.Y4m;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Tests.Pictures;

public sealed class PictureSeriesTests
{
    [Theory]
    [InlineData(8)]
    [InlineData(16)]
    public void Written_pictures_are_read_back_in_order_under_their_names(int bits)
    {
        using var scratch = new Scratch();
        string[] names = ["-leading dash.png", "a 2.png", "a 10.png", "b%03d.png", "line\nbreak.png", "ümlaut.PNG"];
        var slices = Enumerable.Range(0, names.Length).Select(i => Slice(i, 6, bits)).ToArray();
        for (var i = 0; i < names.Length; i++)
        {
            Save(scratch.File(names[i]), 6, bits, slices[i]);
        }

        File.WriteAllText(scratch.File("notes.txt"), "not a picture");
        File.WriteAllText(scratch.File("._a 2.png"), "not a picture either");
        var series = PictureSeriesReader.Read(scratch.Path);
        Assert.Equal(names, series.Headers.Files.Select(f => Encoding.UTF8.GetString(f.Span)));
        Assert.Equal((bits, bits == 8 ? SampleFormat.UInt8 : SampleFormat.UInt16), (series.Volume.BitsStored, series.Volume.Format));
        Assert.Empty(series.Findings);
        for (var i = 0; i < names.Length; i++)
        {
            Assert.Equal(slices[i], series.Volume.SliceBytes(i));
        }

        var output = Directory.CreateDirectory(scratch.File("out")).FullName;
        using var writer = new PngSliceWriter(output, 6, 4, bits, series.Headers, lowest: 0);
        var values = new int[24];
        for (var i = 0; i < names.Length; i++)
        {
            series.Volume.ReadSlice(i, values);
            writer.Write(i, values, []);
        }

        writer.Complete();
        var again = PictureSeriesReader.Read(output);
        Assert.Equal(["-leading dash.png", "a 2.png", "a 10.png", "b%03d.png", "line_break.png", "ümlaut.png"], again.Headers.Files.Select(f => Encoding.UTF8.GetString(f.Span)));
        Assert.All(Enumerable.Range(0, names.Length), i => Assert.Equal(slices[i], again.Volume.SliceBytes(i)));
    }

    [Fact]
    public void Grey_stored_as_colour_is_taken_with_a_finding_and_real_colour_is_refused()
    {
        using var scratch = new Scratch();
        Save(scratch.File("1.png"), 6, 8, Slice(0, 6, 8));
        Y4mTests.Ffmpeg("-i", scratch.File("1.png"), "-pix_fmt", "rgb24", scratch.File("2.png"));
        Y4mTests.Ffmpeg("-i", scratch.File("1.png"), "-pix_fmt", "rgba", scratch.File("3.png"));
        Y4mTests.Ffmpeg("-i", scratch.File("1.png"), "-pix_fmt", "ya8", scratch.File("4.png"));
        var series = PictureSeriesReader.Read(scratch.Path);
        Assert.Equal("grey-as-colour", Assert.Single(series.Findings).Code);
        Assert.All(Enumerable.Range(0, 4), i => Assert.Equal(Slice(0, 6, 8), series.Volume.SliceBytes(i)));
        using (var file = File.Create(scratch.File("5.png")))
        {
            PngEncoder.Write(file, 6, 4, PngPixelFormat.Rgb8, [.. Slice(0, 18, 8)]);
        }

        var e = Assert.Throws<InvalidInputException>(() => PictureSeriesReader.Read(scratch.Path));
        Assert.Contains("5.png: coloured or transparent picture", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Jpeg_luma_is_taken_exactly_and_appended_pictures_are_not()
    {
        using var scratch = new Scratch();
        string[] source = ["-f", "lavfi", "-i", "testsrc2=s=40x24:r=10:d=0.2,format=gray"];
        Y4mTests.Ffmpeg([.. source, "-pix_fmt", "yuvj420p", "-q:v", "2", scratch.File("c%d.jpg")]);
        Y4mTests.Ffmpeg([.. source, "-pix_fmt", "gray", "-c:v", "mjpeg", "-q:v", "2", scratch.File("g%d.jpeg")]);
        foreach (var file in Directory.GetFiles(scratch.Path))
        {
            Y4mTests.Ffmpeg("-i", file, "-vf", "extractplanes=y", "-f", "rawvideo", file + ".raw");
            var jpeg = File.ReadAllBytes(file);
            File.WriteAllBytes(file, [.. jpeg, .. jpeg]);
        }

        var series = PictureSeriesReader.Read(scratch.Path);
        Assert.Equal(["grey-as-colour", "lossy-source"], series.Findings.Select(f => f.Code));
        for (var i = 0; i < 4; i++)
        {
            var name = Encoding.UTF8.GetString(series.Headers.Files[i].Span);
            Assert.Equal(File.ReadAllBytes(scratch.File(name + ".raw")), series.Volume.SliceBytes(i));
        }
    }

    [Fact]
    public void Sizes_that_differ_and_folders_without_pictures_are_refused()
    {
        using var scratch = new Scratch();
        Assert.Contains("holds no .png", Assert.Throws<InvalidInputException>(() => PictureSeriesReader.Read(scratch.Path)).Message, StringComparison.Ordinal);
        Save(scratch.File("1.png"), 6, 8, Slice(0, 6, 8));
        Save(scratch.File("2.png"), 5, 8, Slice(0, 5, 8));
        var e = Assert.Throws<InvalidInputException>(() => PictureSeriesReader.Read(scratch.Path));
        Assert.Contains("5x4 with 8 bits, expected 6x4 with 8 as in 1.png", e.Message, StringComparison.Ordinal);
        Save(scratch.File("2.png"), 6, 16, Slice(0, 6, 16));
        Assert.Throws<InvalidInputException>(() => PictureSeriesReader.Read(scratch.Path));
        Assert.Equal(1, PictureSeriesReader.Read(scratch.File("1.png")).Volume.Slices);
        Assert.Throws<InvalidInputException>(() => PictureSeriesReader.Read(scratch.File("none.png")));
    }

    [Fact]
    public void Names_out_of_an_archive_cannot_leave_the_folder_or_meet()
    {
        string[] names = ["../../etc/passwd", "..", "C:\\x\\a.png", "A.PNG", "a.jpg", ".hidden", new string('ü', 300), "nul\0.png", "", "a-2.png"];
        var files = names.Select(n => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(n));
        var headers = new SourceHeaders(SourceKind.Pictures, [.. files], [.. names.Select((_, i) => new SliceOrigin(i, 0))]);
        var safe = PictureNames.For(headers);
        Assert.Equal("passwd.png|slice-0002.png|a.png|A-2.png|a-3.png|slice-0006.png|" + new string('ü', 100) + ".png|nul_.png|slice-0009.png|a-2-2.png", string.Join("|", safe));
    }

    [Fact]
    public void A_picture_whose_pixels_are_broken_is_named()
    {
        using var scratch = new Scratch();
        for (var i = 0; i < 5; i++)
        {
            Save(scratch.File($"{i}.png"), 6, 8, Slice(i, 6, 8));
        }

        var broken = File.ReadAllBytes(scratch.File("3.png"));
        var data = broken.AsSpan().IndexOf("IDAT"u8);
        var length = (broken[data - 2] << 8) | broken[data - 1];
        broken.AsSpan(data + 4, length).Fill(0x55);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(broken.AsSpan(data + 4 + length), Crc32.Of("IDAT"u8, broken.AsSpan(data + 4, length)));
        File.WriteAllBytes(scratch.File("3.png"), broken);
        var e = Assert.Throws<InvalidInputException>(() => PictureSeriesReader.Read(scratch.Path));
        Assert.Contains("3.png: broken picture: ffmpeg cannot decode it", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', e.Message);
    }

    [Fact]
    public void Truncations_and_bit_flips_are_refused_before_or_by_the_decoder()
    {
        using var scratch = new Scratch();
        Save(scratch.File("p.png"), 6, 8, Slice(1, 6, 8));
        Y4mTests.Ffmpeg("-i", scratch.File("p.png"), "-pix_fmt", "gray", "-c:v", "mjpeg", scratch.File("p.jpg"));
        foreach (var name in new[] { "p.png", "p.jpg" })
        {
            var whole = File.ReadAllBytes(scratch.File(name));
            for (var length = 0; length < whole.Length; length += 16)
            {
                File.WriteAllBytes(scratch.File(name), whole[..length]);
                Assert.Throws<InvalidInputException>(() => Picture.Open(scratch.File(name)));
            }

            for (var bit = 0; bit < 8 * whole.Length; bit += 3)
            {
                var flipped = (byte[])whole.Clone();
                flipped[bit / 8] ^= (byte)(1 << (bit % 8));
                File.WriteAllBytes(scratch.File(name), flipped);
                try
                {
                    var picture = Picture.Open(scratch.File(name));
                    if (bit % 201 == 0)
                    {
                        PictureDecoder.Decode([picture], (_, _) => { });
                    }
                }
                catch (InvalidInputException)
                {
                    // As it should be.
                }
            }
        }
    }

    [SkippableFact]
    public void Real_angiograms_are_read_by_one_decoder_run()
    {
        var series = PictureSeriesReader.Read(RealData.Require("xca-coronary"));
        Assert.Equal((300, 300, 8), (series.Volume.Columns, series.Volume.Rows, series.Volume.BitsStored));
        Assert.Equal(70, series.Volume.Slices);
    }

    private static byte[] Slice(int seed, int width, int bits) =>
        [.. Enumerable.Range(0, width * 4 * bits / 8).Select(i => (byte)((seed * 31) + (i * i * 7)))];

    private static void Save(string path, int width, int bits, byte[] pixels)
    {
        using var file = File.Create(path);
        PngEncoder.Write(file, width, 4, bits == 8 ? PngPixelFormat.Grey8 : PngPixelFormat.Grey16, pixels);
    }
}
