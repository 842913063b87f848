using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Series;

namespace DiagCodec.Cli.Commands.Segment;

/// <summary>The kind of file that labels go to.</summary>
internal enum LabelFormat
{
    Nifti,
    DicomSegmentation,
    Png,
}

/// <summary>Which <see cref="LabelFormat"/> a name asks for, and whether a series can have it.</summary>
internal static class LabelFormats
{
    /// <exception cref="UsageException">The name ends in none that is written.</exception>
    public static LabelFormat Of(string path)
    {
        var name = path.ToLowerInvariant();
        return name.EndsWith(".nii.gz", StringComparison.Ordinal) || name.EndsWith(".nii", StringComparison.Ordinal) ? LabelFormat.Nifti
            : name.EndsWith(".dcm", StringComparison.Ordinal) ? LabelFormat.DicomSegmentation
            : name.EndsWith(".png", StringComparison.Ordinal) ? LabelFormat.Png
            : throw new UsageException($"--output {path}: expected a name that ends in .nii.gz, .nii, .dcm or .png");
    }

    /// <exception cref="UsageException">Labels of this series cannot be written so.</exception>
    public static void Check(LabelFormat format, ImageSeries series)
    {
        if (format == LabelFormat.DicomSegmentation && series.Headers.Kind != SourceKind.Dicom)
        {
            throw new UsageException($"{series.Path}: a DICOM Segmentation belongs to a DICOM series, which this is not; give an output that ends in .nii.gz");
        }

        if (format == LabelFormat.Png && series.Volume.Slices != 1)
        {
            throw new UsageException($"{series.Path}: has {series.Volume.Slices} slices, and a PNG holds one; give an output that ends in .nii.gz");
        }
    }
}
