using DiagCodec.Imaging.Pictures;
using DiagCodec.Imaging.Tests.Nifti;
using DiagCodec.Imaging.Tests.Y4m;

namespace DiagCodec.Imaging.Tests.Pictures;

public sealed class PngEncoderTests
{
    [Theory]
    [InlineData(PngPixelFormat.Grey8, "gray", 1)]
    [InlineData(PngPixelFormat.Grey16, "gray16le", 2)]
    [InlineData(PngPixelFormat.Rgb8, "rgb24", 3)]
    public void Ffmpeg_decodes_the_same_pixels(PngPixelFormat format, string pixels, int bytes)
    {
        using var scratch = new Scratch();
        foreach (var (width, height) in new[] { (1, 1), (7, 5), (64, 33) })
        {
            // A ramp, noise and a flat part: every filter is best somewhere.
            var data = new byte[width * height * bytes];
            for (var i = 0; i < data.Length; i++)
            {
                data[i] = (byte)(i % 3 == 0 ? i : i < data.Length / 2 ? i * 7919 % 251 : 200);
            }

            using (var file = File.Create(scratch.File("p.png")))
            {
                PngEncoder.Write(file, width, height, format, data);
            }

            Y4mTests.Ffmpeg("-y", "-err_detect", "crccheck+explode", "-i", scratch.File("p.png"), "-f", "rawvideo", "-pix_fmt", pixels, scratch.File("p.raw"));
            Assert.Equal(data, File.ReadAllBytes(scratch.File("p.raw")));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(17)]
    [InlineData(256)]
    public void Ffmpeg_finds_every_colour_of_a_palette(int colours)
    {
        using var scratch = new Scratch();
        byte[] palette = [.. Enumerable.Range(0, 3 * colours).Select(i => (byte)(i * 7919 % 251))];
        byte[] indices = [.. Enumerable.Range(0, 31 * 19).Select(i => (byte)(i * i % colours))];
        using (var file = File.Create(scratch.File("p.png")))
        {
            PngEncoder.WriteIndexed(file, 31, 19, palette, indices);
        }

        Y4mTests.Ffmpeg("-y", "-err_detect", "crccheck+explode", "-i", scratch.File("p.png"), "-f", "rawvideo", "-pix_fmt", "rgb24", scratch.File("p.raw"));
        Assert.Equal(indices.SelectMany(i => palette[(3 * i)..(3 * (i + 1))]), File.ReadAllBytes(scratch.File("p.raw")));
    }

    [Theory]
    [InlineData(0, 4, 0)]
    [InlineData(2, 4, 0)]
    [InlineData(3 * 257, 4, 0)]
    [InlineData(6, 3, 0)]
    [InlineData(6, 4, 2)]
    public void Indices_without_a_colour_are_a_fault_of_the_caller(int palette, int pixels, byte index) => Assert.Throws<ArgumentException>(
        () => PngEncoder.WriteIndexed(Stream.Null, 2, 2, new byte[palette], [.. Enumerable.Repeat(index, pixels)]));

    [Fact]
    public void Pixels_of_another_length_are_a_fault_of_the_caller() =>
        Assert.Throws<ArgumentException>(() => PngEncoder.Write(Stream.Null, 3, 3, PngPixelFormat.Grey16, new byte[9]));
}
