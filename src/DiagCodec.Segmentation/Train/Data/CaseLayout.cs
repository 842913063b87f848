using System.Collections.Immutable;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Phantom;
using DiagCodec.Imaging.Videos;
using DiagCodec.Networks.Faults;

namespace DiagCodec.Segmentation.Train.Data;

/// <summary>
/// How a data set names its files: a pattern for images and one or more for labels, paths within the data folder, each with one
/// <c>*</c> that stands for the name of the case. An image and labels of one name belong together.
/// </summary>
public sealed class CaseLayout
{
    public const string PairExample = "*/CT_image.nii.gz=*/CT_mask.nii.gz";

    private CaseLayout(string title, string image, params ReadOnlySpan<string> labels)
    {
        Title = title;
        Image = CasePattern.Parse(image);
        Labels = [.. labels.ToArray().Select(CasePattern.Parse)];
    }

    /// <summary>
    /// The layouts that are looked for, in this order. Of a case in several nnU-Net channels the first is taken, since a task takes
    /// one.
    /// </summary>
    public static ImmutableArray<CaseLayout> Known { get; } =
    [
        new("ImageCAS", "*.img.nii.gz", "*.label.nii.gz"),
        new("nnU-Net", "imagesTr/*_0000.nii.gz", "labelsTr/*.nii.gz"),
        new("patient folders", "*/image.nii.gz", "*/mask.nii.gz"),
        new("DICOM folders", $"*/{PhantomSeriesWriter.DicomFolder}", $"*/{PhantomSeriesWriter.LabelFile}", "*/seg.dcm", "*/labels.dcm"),
        new("DAVIS", $"{VideoFolder.Images}/*", $"{VideoFolder.Annotations}/*"),
        new("pictures", "*.png", "*_gt.png", "*_mask.png", "*_label.png", "*_labels.png"),
    ];

    /// <summary>A few words for messages.</summary>
    public string Title { get; }

    internal CasePattern Image { get; }

    internal ImmutableArray<CasePattern> Labels { get; }

    /// <summary>A layout of somebody's own, such as <see cref="PairExample"/>: the images' pattern, =, the labels' pattern.</summary>
    /// <exception cref="UsageException">It is no such pair.</exception>
    public static CaseLayout Parse(string pair)
    {
        var stars = (First: pair.IndexOf('*', StringComparison.Ordinal), Last: pair.LastIndexOf('*'));
        var between = stars.First < stars.Last ? pair[stars.First..stars.Last] : "";
        if (between.Count(c => c == '=') != 1)
        {
            throw new UsageException($"pair '{OneLine.Of(pair)}': expected a pattern of images, =, and a pattern of labels, such as {PairExample}");
        }

        // Whatever lies outside the stars may hold more of them: a folder may be called a=b.
        var at = stars.First + between.IndexOf('=', StringComparison.Ordinal);
        var (image, labels) = (pair[..at].Trim(), pair[(at + 1)..].Trim());
        return image == labels
            ? throw new UsageException($"pair '{OneLine.Of(pair)}': expected two patterns that differ, found '{OneLine.Of(image)}' twice")
            : new CaseLayout("pair", image, labels);
    }

    public override string ToString() => $"{Image.Text} with {string.Join(" or ", Labels.Select(l => l.Text))}";
}
