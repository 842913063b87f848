using System.Runtime.InteropServices;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Files;
using DiagCodec.Imaging.Pictures;
using DiagCodec.Imaging.Tests.Nifti;
using DiagCodec.Imaging.Tests.Y4m;

namespace DiagCodec.Imaging.Tests.Pictures;

/// <summary>What becomes of colour: refused, taken as luma, or taken as the numbers of a label map.</summary>
public sealed class PictureUseTests
{
    private static readonly byte[] Colours = [0, 0, 0, 128, 0, 0, 0, 128, 0, 128, 128, 0];

    [Fact]
    public void Numbers_that_a_palette_colours_are_labels()
    {
        using var scratch = new Scratch();
        SavePalette(scratch.File("1.png"), Colours, [0, 1, 2, 3]);
        Assert.Equal([0, 1, 2, 3], Labels(scratch.Path));
        var e = Assert.Throws<InvalidInputException>(() => PictureSeriesReader.Read(scratch.Path));
        Assert.Contains("1.png: coloured or transparent picture, expected grey", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_palette_of_greys_stays_grey()
    {
        using var scratch = new Scratch();
        SavePalette(scratch.File("1.png"), [255, 255, 255, 0, 0, 0], [0, 1, 1, 0]);
        Assert.Equal([255, 0, 0, 255], Labels(scratch.Path));
    }

    [Fact]
    public void Numbers_of_a_transparent_palette_are_labels_too()
    {
        using var scratch = new Scratch();
        SavePalette(scratch.File("1.png"), Colours, [3, 1, 0, 2]);
        var png = File.ReadAllBytes(scratch.File("1.png"));
        var data = png.AsSpan().IndexOf("IDAT"u8) - 4;
        byte[] transparent = [0, 0, 0, 1, .. "tRNS"u8, 0, .. Crc("tRNS"u8, [0])];
        File.WriteAllBytes(scratch.File("1.png"), [.. png[..data], .. transparent, .. png[data..]]);
        Assert.Equal([3, 1, 0, 2], Labels(scratch.Path));
    }

    [Fact]
    public void Pictures_with_and_without_a_palette_are_one_label_map()
    {
        using var scratch = new Scratch();
        SavePalette(scratch.File("1.png"), Colours, [3, 1, 0, 2]);
        using (var file = File.Create(scratch.File("2.png")))
        {
            PngEncoder.Write(file, 2, 2, PngPixelFormat.Grey8, [0, 0, 2, 2]);
        }

        var volume = PictureSeriesReader.Read(scratch.Path, PictureUse.Labels).Volume;
        Assert.Equal([3, 1, 0, 2], volume.SliceBytes(0).ToArray());
        Assert.Equal([0, 0, 2, 2], volume.SliceBytes(1).ToArray());
    }

    [Fact]
    public void Real_colour_is_no_label()
    {
        using var scratch = new Scratch();
        using (var file = File.Create(scratch.File("1.png")))
        {
            PngEncoder.Write(file, 2, 1, PngPixelFormat.Rgb8, [128, 0, 0, 0, 0, 0]);
        }

        Assert.Contains("coloured", Assert.Throws<InvalidInputException>(() => Labels(scratch.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Luma_of_coloured_jpegs_is_what_the_file_stores_and_that_is_said()
    {
        using var scratch = new Scratch();
        Y4mTests.Ffmpeg("-f", "lavfi", "-i", "testsrc2=s=40x24:r=10:d=0.2", "-pix_fmt", "yuvj420p", "-q:v", "3", scratch.File("%05d.jpg"));
        var series = PictureSeriesReader.Read(scratch.Path, PictureUse.Luma);
        Assert.Equal(["colour-as-luma", "lossy-source"], series.Findings.Select(f => f.Code));
        Assert.StartsWith("2 of 2 pictures are coloured", series.Findings[0].Message, StringComparison.Ordinal);
        for (var i = 0; i < 2; i++)
        {
            Y4mTests.Ffmpeg("-i", scratch.File($"0000{i + 1}.jpg"), "-vf", "extractplanes=y", "-f", "rawvideo", scratch.File($"{i}.raw"));
            Assert.Equal(File.ReadAllBytes(scratch.File($"{i}.raw")), series.Volume.SliceBytes(i));
        }

        Assert.Contains("coloured", Assert.Throws<InvalidInputException>(() => PictureSeriesReader.Read(scratch.File("00001.jpg"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Luma_of_coloured_pngs_weighs_red_green_and_blue()
    {
        using var scratch = new Scratch();
        using (var file = File.Create(scratch.File("1.png")))
        {
            PngEncoder.Write(file, 4, 1, PngPixelFormat.Rgb8, [255, 0, 0, 0, 255, 0, 0, 0, 255, 9, 9, 9]);
        }

        ushort[] colours = [65535, 0, 0, 0, 65535, 0, 0, 0, 65535, 999, 999, 999];
        File.WriteAllBytes(scratch.File("2.raw"), MemoryMarshal.AsBytes(colours.AsSpan()).ToArray());
        Y4mTests.Ffmpeg("-f", "rawvideo", "-pix_fmt", "rgb48le", "-s", "4x1", "-i", scratch.File("2.raw"), "-pix_fmt", "rgb48be", scratch.File("2.png"));
        Assert.Equal([76, 150, 29, 9], PictureSeriesReader.Read(scratch.File("1.png"), PictureUse.Luma).Volume.SliceBytes(0).ToArray());
        var deep = PictureSeriesReader.Read(scratch.File("2.png"), PictureUse.Luma).Volume;
        var values = new int[4];
        deep.ReadSlice(0, values);
        Assert.Equal([19595, 38469, 7471, 999], values);
    }

    [Fact]
    public void A_transparent_picture_has_no_luma()
    {
        using var scratch = new Scratch();
        Y4mTests.Ffmpeg("-f", "lavfi", "-i", "color=red@0.5:s=8x8:d=0.04,format=rgba", "-frames:v", "1", scratch.File("1.png"));
        Assert.Contains("transparent", Assert.Throws<InvalidInputException>(() => PictureSeriesReader.Read(scratch.Path, PictureUse.Luma)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Broken_palettes_are_refused_with_their_file()
    {
        using var scratch = new Scratch();
        SavePalette(scratch.File("1.png"), Colours, [0, 1, 2, 3]);
        var whole = File.ReadAllBytes(scratch.File("1.png"));
        for (var length = 0; length < whole.Length; length += 3)
        {
            File.WriteAllBytes(scratch.File("1.png"), whole[..length]);
            Assert.Contains("1.png", Assert.Throws<InvalidInputException>(() => Labels(scratch.Path)).Message, StringComparison.Ordinal);
        }
    }

    private static byte[] Labels(string path) => PictureSeriesReader.Read(path, PictureUse.Labels).Volume.SliceBytes(0).ToArray();

    private static void SavePalette(string path, byte[] palette, byte[] numbers)
    {
        using var file = File.Create(path);
        PngEncoder.WriteIndexed(file, 2, 2, palette, numbers);
    }

    private static byte[] Crc(ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        var crc = new byte[4];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(crc, Crc32.Of(type, data));
        return crc;
    }
}
