using DiagCodec.Imaging.Faults;
using DiagCodec.Segmentation.Train.Data;
using FsCheck;
using FsCheck.Fluent;

namespace DiagCodec.Segmentation.Tests.Data;

public sealed class CaseFinderTests
{
    [Theory]
    [InlineData("2.img.nii.gz", "2.label.nii.gz", "10.img.nii.gz", "10.label.nii.gz")]
    [InlineData("imagesTr/2_0000.nii.gz", "labelsTr/2.nii.gz", "imagesTr/10_0000.nii.gz", "labelsTr/10.nii.gz")]
    [InlineData("2/image.nii.gz", "2/mask.nii.gz", "10/image.nii.gz", "10/mask.nii.gz")]
    [InlineData("2/dicom", "2/labels.nii.gz", "10/dicom", "10/seg.dcm")]
    [InlineData("2/dicom", "2/labels.dcm", "10/dicom", "10/labels.dcm")]
    [InlineData("JPEGImages/480p/2", "Annotations/480p/2", "JPEGImages/480p/10", "Annotations/480p/10")]
    [InlineData("2.png", "2_gt.png", "10.png", "10_gt.png")]
    [InlineData("2.png", "2_mask.png", "10.png", "10_labels.png")]
    public void Every_layout_is_found_and_names_count_as_people_do(string image2, string labels2, string image10, string labels10)
    {
        using var folder = new DataFolder().With(image10, labels10, labels2, image2, "readme.txt", ".DS_Store");
        TrainingSource[] expected =
        [
            new("2", folder.File(image2), folder.File(labels2)),
            new("10", folder.File(image10), folder.File(labels10)),
        ];
        Assert.Equal(expected, CaseFinder.Find(folder.Path));
    }

    [Fact]
    public void Other_channels_of_a_case_are_left_alone()
    {
        using var folder = new DataFolder().With("imagesTr/a_0000.nii.gz", "imagesTr/a_0001.nii.gz", "labelsTr/a.nii.gz", "dataset.json");
        Assert.Equal(folder.File("imagesTr/a_0000.nii.gz"), Assert.Single(CaseFinder.Find(folder.Path)).Image);
    }

    [Theory]
    [InlineData("*/CT_image.nii.gz=*/CT_mask.nii.gz", "P 1/CT_image.nii.gz", "P 1/CT_mask.nii.gz", "P 1")]
    [InlineData("images/*.png=masks/*.png", "images/1.png", "masks/1.png", "1")]
    [InlineData(" scan-*-ct/a/b.nii = truth/scan-*.nii ", "scan-x-ct/a/b.nii", "truth/scan-x.nii", "x")]
    [InlineData("k=1/*.nii=truth/*.k=1", "k=1/a.nii", "truth/a.k=1", "a")]
    [InlineData("deep/er/*=deep/*/seg.dcm", "deep/er/c/1.dcm", "deep/c/seg.dcm", "c")]
    public void A_pair_names_any_layout(string pair, string image, string labels, string name)
    {
        using var folder = new DataFolder().With(image, labels);
        var found = Assert.Single(CaseFinder.Find(folder.Path, CaseLayout.Parse(pair)));
        Assert.Equal(name, found.Name);
        Assert.StartsWith(found.Image, folder.File(image), StringComparison.Ordinal);
        Assert.Equal(folder.File(labels), found.Labels);
    }

    [Theory]
    [InlineData("")]
    [InlineData("*.png")]
    [InlineData("*.png*_gt.png")]
    [InlineData("image.png=*_gt.png")]
    [InlineData("*/*.png=*_gt.png")]
    [InlineData("*a=b=*c")]
    [InlineData("k=1/*.nii=k=1/*.seg")]
    [InlineData("*.png=*.png")]
    [InlineData("/data/*.png=*_gt.png")]
    public void What_is_no_pair_is_told(string pair)
    {
        var fault = Assert.Throws<UsageException>(() => CaseLayout.Parse(pair));
        Assert.Contains("expected", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
    }

    [Fact]
    public void An_empty_folder_is_told_all_layouts_in_one_line()
    {
        using var folder = new DataFolder().With("notes.txt");
        var message = Refusal(folder);
        Assert.StartsWith($"{folder.Path}: no images with labels; looked for *.img.nii.gz with *.label.nii.gz, ", message, StringComparison.Ordinal);
        Assert.All(CaseLayout.Known, layout => Assert.Contains(layout.ToString(), message, StringComparison.Ordinal));
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_told() =>
        Assert.StartsWith("/nowhere: there is no such folder", Assert.Throws<InvalidInputException>(() => CaseFinder.Find("/nowhere")).Message, StringComparison.Ordinal);

    [Fact]
    public void Missing_partners_are_named_and_long_lists_are_cut()
    {
        using var folder = new DataFolder().With("1.png", "1_gt.png", "99_gt.png").With([.. Enumerable.Range(2, 7).Select(n => $"{n}.png")]);
        var message = Refusal(folder);
        Assert.Contains("images without labels (7): '2.png', '3.png', '4.png', '5.png', '6.png' ...", message, StringComparison.Ordinal);
        Assert.Contains("labels without an image (1): '99_gt.png'", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Images_without_any_labels_are_told_what_labels_are_called()
    {
        using var folder = new DataFolder().With("1.img.nii.gz", "2.img.nii.gz");
        var message = Refusal(folder);
        Assert.Contains("images without labels (2): '1.img.nii.gz', '2.img.nii.gz'", message, StringComparison.Ordinal);
        Assert.Contains("*.label.nii.gz", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stray_picture_does_not_make_a_second_layout()
    {
        using var folder = new DataFolder().With("1.img.nii.gz", "1.label.nii.gz", "preview.png");
        Assert.Equal("1", Assert.Single(CaseFinder.Find(folder.Path)).Name);
    }

    [Fact]
    public void Two_layouts_in_one_folder_are_refused_by_name()
    {
        using var folder = new DataFolder().With("1.img.nii.gz", "1.label.nii.gz", "a/dicom", "a/labels.nii.gz");
        var message = Refusal(folder);
        Assert.Contains("ImageCAS (*.img.nii.gz with *.label.nii.gz): 1 such as '1'", message, StringComparison.Ordinal);
        Assert.Contains("DICOM folders", message, StringComparison.Ordinal);
        Assert.Equal("1", Assert.Single(CaseFinder.Find(folder.Path, CaseLayout.Parse("*.img.nii.gz=*.label.nii.gz"))).Name);
    }

    [Theory]
    [InlineData("1.png", "1_gt.png", "1_mask.png")]
    [InlineData("1/dicom", "1/labels.nii.gz", "1/seg.dcm")]
    public void Two_label_files_of_one_name_are_refused(string image, string first, string second)
    {
        using var folder = new DataFolder().With(image, first, second);
        Assert.StartsWith($"{folder.File(first)}: there is {Path.GetFileName(second)} too", Refusal(folder), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-rf")]
    [InlineData("two  words ")]
    [InlineData("Größe 心臓 ❤")]
    [InlineData("a_gt")]
    [InlineData("$(x)'\";*?")]
    [InlineData("a\\b")]
    [InlineData("%2e%2e")]
    public void Odd_names_are_names(string name)
    {
        using var folder = new DataFolder().With($"{name}/image.nii.gz", $"{name}/mask.nii.gz");
        Assert.Equal(name, Assert.Single(CaseFinder.Find(folder.Path)).Name);
    }

    [Theory]
    [InlineData("a\nb")]
    [InlineData("\u001b[31m")]
    [InlineData("   ")]
    public void Names_that_are_no_text_are_refused_in_one_line(string name)
    {
        using var folder = new DataFolder().With($"{name}/image.nii.gz", $"{name}/mask.nii.gz");
        var message = Refusal(folder);
        Assert.Contains("is no name of a case", message, StringComparison.Ordinal);
        Assert.DoesNotContain(message, char.IsControl);
    }

    [Fact]
    public void Hidden_files_are_no_cases()
    {
        using var folder = new DataFolder().With("1.png", "1_gt.png", "._1.png", "._1_gt.png");
        Assert.Equal("1", Assert.Single(CaseFinder.Find(folder.Path)).Name);
    }

    [Fact]
    public void Whatever_the_numbers_the_order_is_theirs_and_every_image_has_its_own_labels() =>
        Prop.ForAll<NonEmptyArray<PositiveInt>>(numbers =>
        {
            var names = numbers.Item.Select(n => n.Item).Distinct().ToArray();
            using var folder = new DataFolder().With([.. names.SelectMany(n => (string[])[$"{n}.png", $"{n}_gt.png"])]);
            var found = CaseFinder.Find(folder.Path);
            Assert.Equal(names.Order(), found.Select(s => int.Parse(s.Name, System.Globalization.CultureInfo.InvariantCulture)));
            Assert.All(found, s => Assert.Equal((folder.File(s.Name + ".png"), folder.File(s.Name + "_gt.png")), (s.Image, s.Labels)));
        }).QuickCheckThrowOnFailure();

    private static string Refusal(DataFolder folder) => Assert.Throws<InvalidInputException>(() => CaseFinder.Find(folder.Path)).Message;
}
