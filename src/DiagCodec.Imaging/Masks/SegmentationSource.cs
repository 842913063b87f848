using DiagCodec.Imaging.Dicom.DataSets;
using DiagCodec.Imaging.Dicom.Gdcm;
using DiagCodec.Imaging.Dicom.Reading;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Series;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Masks;

/// <summary>What a segmentation takes over from the DICOM series that it was made on.</summary>
internal sealed class SegmentationSource
{
    private SegmentationSource(ImageSeries series, DicomFile[] files)
    {
        First = files[series.Headers.Origins[0].File].DataSet;
        SeriesUid = Needed(series.Path, First, DicomTags.SeriesInstanceUid, "Series Instance UID");
        Needed(series.Path, First, DicomTags.StudyInstanceUid, "Study Instance UID");
        Images = [.. series.Headers.Origins.Select(o => ImageOf(series.Path, files[o.File].DataSet, o.Frame))];

        // A segmentation lies in a frame of reference, or else on the pixels of the images that it names (PS3.3 A.51.5.1).
        Geometry = string.IsNullOrEmpty(First.Text(DicomTags.FrameOfReferenceUid)) ? null : series.Volume.Geometry;
        var attributes = FrameAttributes.Of(First, series.Headers.Origins[0].Frame);
        Orientation = attributes.Find(DicomTags.PlaneOrientationSequence, DicomTags.ImageOrientationPatient)?.Numbers(DicomTags.ImageOrientationPatient) ?? [];
        Thickness = attributes.Find(DicomTags.PixelMeasuresSequence, DicomTags.SliceThickness)?.Numbers(DicomTags.SliceThickness).FirstOrDefault() ?? 0;
        Lossy = [.. files.Where(f => f.DataSet.Text(DicomTags.LossyImageCompression) == "01").Select(f => f.DataSet)];
        IsLossy = Lossy.Length > 0 || files.Any(f => TransferSyntaxes.IsLossy(f.TransferSyntax)) || series.Findings.Any(f => f.Code == "lossy-source");
    }

    /// <summary>The header of the first slice; speaks for patient, study and frame of reference.</summary>
    public DicomDataSet First { get; }

    public string SeriesUid { get; }

    /// <summary>One per slice.</summary>
    public SourceImage[] Images { get; }

    /// <summary>Null where slices do not form a volume or name no frame of reference.</summary>
    public Geometry? Geometry { get; }

    /// <summary>Image Orientation (Patient) as the source says it, not normalised.</summary>
    public double[] Orientation { get; }

    /// <summary>mm; 0 where the source does not say.</summary>
    public double Thickness { get; }

    public bool IsLossy { get; }

    /// <summary>The headers that say of themselves that something was lost.</summary>
    public DicomDataSet[] Lossy { get; }

    /// <exception cref="UsageException">The series is not DICOM.</exception>
    /// <exception cref="InvalidInputException">A header is broken or lacks a UID.</exception>
    public static SegmentationSource Of(ImageSeries series, CancellationToken cancellation)
    {
        if (series.Headers.Kind != SourceKind.Dicom)
        {
            throw new UsageException($"{series.Path}: a DICOM Segmentation belongs to a DICOM series, and this is {series.Headers.Kind}; write the label map as NIfTI");
        }

        try
        {
            var library = new GdcmLibrary();
            var files = series.Headers.Files.Select(f =>
            {
                cancellation.ThrowIfCancellationRequested();
                return DicomFile.Parse(f, library);
            });
            return new SegmentationSource(series, [.. files]);
        }
        catch (DicomFormatException e)
        {
            throw new InvalidInputException($"{series.Path}: a header {OneLine.Of(e.Message)}", e);
        }
    }

    private static SourceImage ImageOf(string path, DicomDataSet set, int frame) => new(
        Needed(path, set, DicomTags.SopClassUid, "SOP Class UID"),
        Needed(path, set, DicomTags.SopInstanceUid, "SOP Instance UID"),
        set.Integer(DicomTags.NumberOfFrames) > 1 ? frame + 1 : null);

    private static string Needed(string path, DicomDataSet set, DicomTag tag, string name) => set.Text(tag) is { Length: > 0 } uid
        ? uid
        : throw new InvalidInputException($"{path}: an image has no {name}, so no segmentation can refer to it; repair the series or write the label map as NIfTI");

    /// <param name="SopClass">Its SOP Class UID.</param>
    /// <param name="SopInstance">Its SOP Instance UID.</param>
    /// <param name="Frame">From 1; null where the image has no other frame.</param>
    internal readonly record struct SourceImage(string SopClass, string SopInstance, int? Frame);
}
