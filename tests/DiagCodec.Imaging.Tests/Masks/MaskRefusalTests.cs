using DiagCodec.Imaging.Dicom.DataSets;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Masks;
using DiagCodec.Imaging.Pictures;
using DiagCodec.Imaging.Series;
using DiagCodec.Imaging.Tests.Dicom;
using DiagCodec.Imaging.Tests.Nifti;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Tests.Masks;

/// <summary>What is given as a label map and is none, or is one of something else: one line says the file, what is wrong and what to do.</summary>
public sealed class MaskRefusalTests
{
    [Theory]
    [InlineData(256f, "voxel (2, 1, 1) is 256, expected a class number from 0 to 255; give a label map")]
    [InlineData(-1f, "voxel (2, 1, 1) is -1, expected a class number")]
    [InlineData(0.5f, "voxel (2, 1, 1) is 0.5, expected a whole number")]
    [InlineData(float.NaN, "voxel (2, 1, 1) is NaN, expected a whole number")]
    [InlineData(float.PositiveInfinity, "expected a whole number")]
    public void Voxels_that_are_no_class_are_named(float value, string words)
    {
        using var scratch = new Scratch();
        var file = Mask(16, 4);
        file.Put(file.DataOffset + (4 * (2 + 5 + 20)), value);
        Refused(words, file.Save(scratch));
    }

    [Theory]
    [InlineData(0.5f, 0f, "voxel (2, 1, 1) is 0.5, expected a class number")]
    [InlineData(200f, 100f, "voxel (2, 1, 1) is 300, expected a class number")]
    [InlineData(1f, -1f, "voxel (0, 0, 0) is -1, expected a class number")]
    public void Slope_and_intercept_count(float slope, float intercept, string words)
    {
        using var scratch = new Scratch();
        var file = Mask(2, 1).Put(112, slope).Put(116, intercept);
        file.Content[file.DataOffset + 27] = 1;
        Refused(words, file.Save(scratch));
    }

    [Fact]
    public void Whole_numbers_are_classes_in_any_datatype()
    {
        using var scratch = new Scratch();
        foreach (var (datatype, bytes) in ((short, int)[])[(2, 1), (4, 2), (8, 4), (16, 4), (64, 8), (256, 1), (512, 2), (768, 4), (1024, 8)])
        {
            var file = Mask(datatype, bytes);
            ReadOnlySpan<byte> seven = datatype switch
            {
                16 => BitConverter.GetBytes(7f),
                64 => BitConverter.GetBytes(7.0),
                _ => [7],
            };
            seven.CopyTo(file.Content.AsSpan(file.DataOffset + (bytes * 27)));
            Assert.Equal(7, MaskReader.Read(file.Save(scratch), NiftiMaskTests.Series(), default).Labels.Labels.Span[27]);
        }
    }

    [Theory]
    [InlineData(4, 5, 3, "the mask does not lie on the series: mask: 4x5x3")]
    [InlineData(5, 4, 4, "the mask is 5x4x4, the series is 5x4x3; give a mask made on this series")]
    [InlineData(60, 1, 1, "the mask is 60x1x1, the series is 5x4x3")]
    public void Another_size_or_turn_is_refused(int columns, int rows, int slices, string words)
    {
        using var scratch = new Scratch();
        Refused(words, new NiftiBytes(columns, rows, slices, 2, 1).Sform(new(-0.7, 0, 0), new(0, -0.8, 0), new(0, 0, 2.5), new(10, -20, 30)).Save(scratch));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(20)]
    public void Slices_turned_by_an_angle_are_refused(double degrees)
    {
        using var scratch = new Scratch();
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        Refused("does not lie on the series", new NiftiBytes(5, 4, 3, 2, 1).Sform(new(-0.7 * cos, -0.7 * sin, 0), new(0.8 * sin, -0.8 * cos, 0), new(0, 0, 2.5), new(10, -20, 30)).Save(scratch));
    }

    [Fact]
    public void Broken_files_are_refused()
    {
        using var scratch = new Scratch();
        File.WriteAllBytes(scratch.File("empty.nii.gz"), []);
        Refused("ends within the header", scratch.File("empty.nii.gz"));
        File.WriteAllBytes(scratch.File("empty.dcm"), []);
        Refused("is not a DICOM file", scratch.File("empty.dcm"));
        File.WriteAllBytes(scratch.File("empty.png"), []);
        Refused("empty.png", scratch.File("empty.png"));
        File.WriteAllText(scratch.File("notes.txt"), "the tumour is on the left, a little above the liver");
        Refused("is not a DICOM file", scratch.File("notes.txt"));
        Refused("the folder holds no .png, .jpg or .jpeg file", Directory.CreateDirectory(scratch.File("folder")).FullName);
    }

    [Fact]
    public void Pictures_of_0_and_255_become_classes_0_and_1_in_8_and_16_bits()
    {
        using var scratch = new Scratch();
        foreach (var (format, on) in ((PngPixelFormat, byte[])[])[(PngPixelFormat.Grey8, [255]), (PngPixelFormat.Grey16, [255, 255]), (PngPixelFormat.Grey16, [0, 1])])
        {
            var pixels = new byte[20 * on.Length];
            on.CopyTo(pixels, 7 * on.Length);
            Save(scratch.File("mask.png"), 5, 4, format, pixels);
            var labels = MaskReader.Read(scratch.File("mask.png"), OneSlice(), default).Labels.Labels.ToArray();
            Assert.Equal(Enumerable.Range(0, 20).Select(i => (byte)(i == 7 ? 1 : 0)), labels);
        }
    }

    [Fact]
    public void Pictures_of_another_size_or_in_colour_are_refused()
    {
        using var scratch = new Scratch();
        Save(scratch.File("wide.png"), 4, 5, PngPixelFormat.Grey8, new byte[20]);
        Refused("the mask is 4x5x1, the series is 5x4x1", scratch.File("wide.png"), OneSlice());
        var coloured = new byte[60];
        coloured[30] = 255;
        Save(scratch.File("colour.png"), 5, 4, PngPixelFormat.Rgb8, coloured);
        Refused("coloured or transparent picture, expected grey", scratch.File("colour.png"), OneSlice());
    }

    [Fact]
    public void A_segmentation_in_another_frame_of_reference_is_read_by_position_and_it_is_said()
    {
        using var folder = new TemporaryFolder();
        var series = Segments.Series(folder, 5, 4, 3);
        var other = Segments.Series(folder, 5, 4, 3, change: (set, _) => set.SetText(DicomTags.FrameOfReferenceUid, Vr.UI, "1.2.3"));
        var labels = Segments.Labels(series, 3, 1);
        SegmentationWriter.Write(folder.File("seg.dcm"), labels, other, Segments.Options(3));
        var mask = MaskReader.Read(folder.File("seg.dcm"), series, default);
        Assert.Equal(labels.Labels.ToArray(), mask.Labels.Labels.ToArray());
        Assert.Equal("mask-other-frame", Assert.Single(mask.Notes).Code);
    }

    [SkippableFact]
    public void Contours_and_images_are_no_segmentation()
    {
        var data = RealData.Require("sts-dicom", "STS_005", "CT", "mask", "RS.dcm");
        Refused("is no DICOM Segmentation; a mask is one, or NIfTI, or a folder of pictures", data);
        Refused("is no DICOM Segmentation", Directory.GetFiles(RealData.ChestCt).Order(StringComparer.Ordinal).First());
    }

    private static NiftiBytes Mask(short datatype, int bytes) =>
        new NiftiBytes(5, 4, 3, datatype, bytes).Sform(new(-0.7, 0, 0), new(0, -0.8, 0), new(0, 0, 2.5), new(10, -20, 30));

    private static ImageSeries OneSlice()
    {
        var series = NiftiMaskTests.Series(hasPlace: false);
        return series with { Volume = new Volume(5, 4, SampleFormat.UInt8, [new byte[20]]) };
    }

    private static void Save(string path, int width, int height, PngPixelFormat format, byte[] pixels)
    {
        using var file = File.Create(path);
        PngEncoder.Write(file, width, height, format, pixels);
    }

    private static void Refused(string words, string path, ImageSeries? series = null)
    {
        var fault = Assert.Throws<InvalidInputException>(() => MaskReader.Read(path, series ?? NiftiMaskTests.Series(), default));
        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
        Assert.StartsWith(path, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
    }
}
