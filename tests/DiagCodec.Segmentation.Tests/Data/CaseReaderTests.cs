using DiagCodec.Imaging.Dicom;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Phantom;
using DiagCodec.Imaging.Volumes;
using DiagCodec.Networks.Models;
using DiagCodec.Segmentation.Train.Data;

namespace DiagCodec.Segmentation.Tests.Data;

public sealed class CaseReaderTests
{
    private static readonly Vector3 Right = new(1, 0, 0);
    private static readonly Vector3 Down = new(0, 1, 0);

    [Theory]
    [InlineData(new byte[] { 0, 255, 0, 255 }, new byte[] { 0, 1, 0, 1 })]
    [InlineData(new byte[] { 0, 1, 0, 1 }, new byte[] { 0, 1, 0, 1 })]
    [InlineData(new byte[] { 3, 127, 128, 255 }, new byte[] { 0, 0, 1, 1 })]
    [InlineData(new byte[] { 0, 0, 0, 0 }, new byte[] { 0, 0, 0, 0 })]
    [InlineData(new byte[] { 0, 1, 200, 255 }, new byte[] { 0, 0, 1, 1 })]
    public void A_picture_of_one_class_is_its_bright_side(byte[] grey, byte[] expected) =>
        Assert.Equal(expected, ReadPicture(grey, LabelMapping.Default, 1));

    [Fact]
    public void Softened_borders_of_16_bits_are_cut_at_half_too()
    {
        using var folder = new DataFolder();
        var source = new TrainingSource("1", folder.Picture("1.png", 2, 2, 1, 2, 3, 4), folder.Picture16("1_gt.png", 2, 2, 255, 32767, 32768, 65535));
        Assert.Equal([0, 0, 1, 1], CaseReader.Read(source, LabelMapping.Default, TestTask.Of(1), default).Truth.Labels.ToArray());
    }

    [Fact]
    public void A_picture_of_several_classes_is_a_label_map() =>
        Assert.Equal([0, 1, 2, 2], ReadPicture([0, 1, 2, 2], LabelMapping.Default, 2));

    [Fact]
    public void A_mapping_is_applied_to_a_pictures_numbers_as_they_are() =>
        Assert.Equal([0, 0, 0, 1], ReadPicture([0, 127, 254, 255], LabelMapping.Parse("255=1,*=0"), 1));

    [Theory]
    [InlineData(new byte[] { 0, 1, 2, 3 }, 1)]
    [InlineData(new byte[] { 0, 1, 2, 255 }, 2)]
    public void A_picture_that_is_neither_is_refused_with_both_files(byte[] grey, int classes)
    {
        var message = Assert.Throws<InvalidInputException>(() => ReadPicture(grey, LabelMapping.Default, classes)).Message;
        Assert.Contains("1_gt.png: holds the number", message, StringComparison.Ordinal);
        Assert.EndsWith("1.png", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_of_another_size_is_refused_with_both_files()
    {
        using var folder = new DataFolder();
        var source = new TrainingSource("1", folder.Picture("1.png", 2, 2, 1, 2, 3, 4), folder.Picture("1_gt.png", 4, 1, 0, 0, 0, 1));
        var message = Refusal(source);
        Assert.Contains($"{source.Labels}: the labels are 4x1x1, the image is 2x2x1", message, StringComparison.Ordinal);
        Assert.EndsWith($"its image is {source.Image}", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_label_map_is_mapped_and_keeps_the_images_place()
    {
        using var folder = new DataFolder();
        var read = CaseReader.Read(Niftis(folder, Place(), [0, 1, 2, 3, 1, 2, 3, 0]), LabelMapping.Parse("2=1,*=0"), TestTask.Of(1), default);
        Assert.Equal([0, 0, 1, 0, 0, 1, 0, 0], read.Truth.Labels.ToArray());
        Assert.Equal(read.Series.Volume.Geometry, read.Truth.Geometry);
        Assert.Equal("a", read.Name);
    }

    [Fact]
    public void A_label_map_whose_rows_run_the_other_way_is_turned_round()
    {
        using var folder = new DataFolder();
        var turned = Geometry.Regular(new(1, 0, 0), new(-1, 0, 0), Down, 1, 1, -2, 2);
        var read = CaseReader.Read(Niftis(folder, turned, [1, 0, 0, 0, 0, 0, 0, 1]), LabelMapping.Default, TestTask.Of(1), default);
        Assert.Equal([0, 1, 0, 0, 0, 0, 1, 0], read.Truth.Labels.ToArray());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_label_map_that_lies_elsewhere_is_refused_with_both_files(bool isTurned)
    {
        using var folder = new DataFolder();
        var place = isTurned
            ? Geometry.Regular(default, new(0.8, 0.6, 0), new(-0.6, 0.8, 0), 1, 1, 2, 2)
            : Geometry.Regular(new(0, 0.5, 0), Right, Down, 1, 1, 2, 2);
        var source = Niftis(folder, place, new byte[8]);
        var message = Refusal(source);
        Assert.StartsWith($"{source.Labels}: the mask does not lie on the series", message, StringComparison.Ordinal);
        Assert.EndsWith($"its image is {source.Image}", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_label_map_of_another_size_is_refused_with_both_files()
    {
        using var folder = new DataFolder();
        var image = folder.Nifti("a.img.nii.gz", 2, 2, 2, Place(), new byte[8]);
        var labels = folder.Nifti("a.label.nii.gz", 2, 3, 2, Place(), new byte[12]);
        var message = Refusal(new("a", image, labels));
        Assert.StartsWith($"{labels}: the mask is 2x3x2, the series is 2x2x2", message, StringComparison.Ordinal);
        Assert.EndsWith($"its image is {image}", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_that_is_no_class_is_named_with_its_file()
    {
        using var folder = new DataFolder();
        var source = Niftis(folder, Place(), [0, 1, 2, 0, 0, 0, 0, 0]);
        Assert.StartsWith($"{source.Labels}: holds the number 2", Refusal(source), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(60)]
    public void Broken_labels_are_refused_with_both_files(int kept)
    {
        using var folder = new DataFolder();
        var source = Niftis(folder, Place(), [0, 1, 1, 0, 0, 0, 0, 0]);
        var bytes = File.ReadAllBytes(source.Labels);
        File.WriteAllBytes(source.Labels, bytes[..kept]);
        var message = Refusal(source);
        Assert.StartsWith(source.Labels, message, StringComparison.Ordinal);
        Assert.EndsWith(source.Image, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        using var folder = new DataFolder();
        var image = folder.Picture("1.png", 1, 1, 7);
        Assert.StartsWith(folder.File("1_gt.png"), Refusal(new("1", image, folder.File("1_gt.png"))), StringComparison.Ordinal);
        Assert.StartsWith(folder.File("2.png"), Refusal(new("2", folder.File("2.png"), image)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cancelled_reading_ends()
    {
        using var folder = new DataFolder();
        var source = Niftis(folder, Place(), new byte[8]);
        Assert.Throws<OperationCanceledException>(() => CaseReader.Read(source, LabelMapping.Default, TestTask.Of(1), new CancellationToken(true)));
    }

    [Fact]
    public void A_synthetic_patient_is_found_and_read_with_its_truth()
    {
        using var folder = new DataFolder();
        var options = new PhantomOptions { Size = 64, Slices = 4, Seed = 5 };
        var patient = Directory.CreateDirectory(folder.File(PhantomSeriesWriter.FolderName(1))).FullName;
        PhantomSeriesWriter.Write(patient, 1, options, DicomOutputSyntax.ExplicitLittleEndian, "0.1.0", null, CancellationToken.None);
        var (_, truth) = CtaPhantom.Create(options);

        var source = Assert.Single(CaseFinder.Find(folder.Path));
        var read = CaseReader.Read(source, LabelMapping.Default, TestTask.Of(truth.Labels.ToArray().Max()), default);
        Assert.Equal("patient-0001", read.Name);
        Assert.Equal(truth.Labels.ToArray(), read.Truth.Labels.ToArray());
    }

    [Fact]
    public void A_prepared_case_has_the_tasks_scale_and_as_many_labels_as_pixels()
    {
        using var folder = new DataFolder();
        var source = new TrainingSource("1", folder.Picture("1.png", 2, 2, 0, 51, 204, 255), folder.Picture("1_gt.png", 2, 2, 0, 0, 255, 255));
        var task = TestTask.Of(1, new ModelInput(InputKind.Code, 51, 204, null, 1, null, null));
        var prepared = CaseReader.Prepare(CaseReader.Read(source, LabelMapping.Default, task, default), task);
        Assert.Equal([0, 0, 65535, 65535], prepared.Source.Planes.Slices.Single().Select(v => (int)v));
        Assert.Equal([0, 0, 1, 1], prepared.Source.Labels.Single());
        Assert.Empty(prepared.Coded);
        Assert.Equal("1", prepared.Name);
    }

    private static Geometry Place() => Geometry.Regular(default, Right, Down, 1, 1, 2, 2);

    private static TrainingSource Niftis(DataFolder folder, Geometry labelPlace, byte[] labels) => new(
        "a",
        folder.Nifti("a.img.nii.gz", 2, 2, 2, Place(), 1, 2, 3, 4, 5, 6, 7, 8),
        folder.Nifti("a.label.nii.gz", 2, 2, 2, labelPlace, labels));

    private static byte[] ReadPicture(byte[] grey, LabelMapping mapping, int classes)
    {
        using var folder = new DataFolder();
        var source = new TrainingSource("1", folder.Picture("1.png", 2, 2, 10, 20, 30, 40), folder.Picture("1_gt.png", 2, 2, grey));
        return CaseReader.Read(source, mapping, TestTask.Of(classes), default).Truth.Labels.ToArray();
    }

    private static string Refusal(TrainingSource source) =>
        Assert.Throws<InvalidInputException>(() => CaseReader.Read(source, LabelMapping.Default, TestTask.Of(1), default)).Message;
}
