using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Masks;
using DiagCodec.Imaging.Pictures;
using DiagCodec.Imaging.Tests.Nifti;

namespace DiagCodec.Imaging.Tests.Masks;

public sealed class PictureMaskTests
{
    [Fact]
    public void Pictures_come_in_natural_order_and_all_but_0_is_foreground()
    {
        using var folder = new Scratch();
        foreach (var (name, value) in new[] { ("m10.png", 255), ("m2.png", 0), ("m9.png", 1) })
        {
            Save(folder, name, (byte)value);
        }

        var mask = MaskReader.Read(folder.Path, NiftiMaskTests.Series(), default);
        Assert.Equal([0, 1, 1], Enumerable.Range(0, 3).Select(z => (int)mask.Labels.Slice(z)[7]));
        Assert.Equal("mask-array-order", Assert.Single(mask.Notes).Code);
    }

    [Fact]
    public void Too_few_pictures_are_refused()
    {
        using var folder = new Scratch();
        Save(folder, "m1.png", 1);
        var fault = Assert.Throws<InvalidInputException>(() => MaskReader.Read(folder.Path, NiftiMaskTests.Series(), default));
        Assert.Contains("the mask is 5x4x1, the series is 5x4x3", fault.Message, StringComparison.Ordinal);
    }

    private static void Save(Scratch folder, string name, byte value)
    {
        var pixels = new byte[20];
        Array.Fill(pixels, value);
        using var file = File.Create(folder.File(name));
        PngEncoder.Write(file, 5, 4, PngPixelFormat.Grey8, pixels);
    }
}
