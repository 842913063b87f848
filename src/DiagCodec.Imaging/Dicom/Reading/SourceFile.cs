using DiagCodec.Imaging.Dicom.DataSets;
using DiagCodec.Imaging.Dicom.Pixels;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Dicom.Reading;

/// <summary>One file of a series, read once: its header without pixels, its slices, and what is odd about them.</summary>
internal sealed class SourceFile
{
    private SourceFile(DicomFileEntry entry, DicomFile file, PixelLayout layout, FramePixels pixels)
    {
        var set = file.DataSet;
        Name = entry.Name;
        Header = file.WithoutPixels();
        Layout = layout;
        SopInstanceUid = set.Text(DicomTags.SopInstanceUid) ?? string.Empty;
        StudyUid = set.Text(DicomTags.StudyInstanceUid) ?? string.Empty;
        PatientId = set.Text(DicomTags.PatientId) ?? string.Empty;
        Modality = set.Text(DicomTags.Modality) ?? string.Empty;
        InstanceNumber = set.Integer(DicomTags.InstanceNumber);
        Padding = PaddingOf(set, layout);
        IsLossy = set.Text(DicomTags.LossyImageCompression) == "01" || TransferSyntaxes.IsLossy(file.TransferSyntax) || pixels.IsLossyCodestream;
        HadForeignBits = pixels.HadForeignBits;
        HasOverlayInPixels = OverlayPlanes.AreInPixels(set);
        HasModalityLut = set.Contains(DicomTags.ModalityLutSequence);
        ExcessBytes = pixels.ExcessBytes;
        Slices = [.. pixels.Frames.Select((samples, frame) => SliceOf(set, frame, samples))];
    }

    public string Name { get; }

    public byte[] Header { get; }

    public PixelLayout Layout { get; }

    public string SopInstanceUid { get; }

    public string StudyUid { get; }

    public string PatientId { get; }

    public string Modality { get; }

    public int? InstanceNumber { get; }

    public PixelPadding? Padding { get; }

    public bool IsLossy { get; }

    public bool HadForeignBits { get; }

    public bool HasOverlayInPixels { get; }

    public bool HasModalityLut { get; }

    public long ExcessBytes { get; }

    public SourceSlice[] Slices { get; }

    /// <exception cref="InvalidInputException">The file is broken or of a kind that cannot be coded.</exception>
    public static SourceFile Read(DicomFileEntry entry, IDicomLibrary library, CancellationToken cancellation)
    {
        try
        {
            var bytes = entry.Bytes <= Array.MaxLength
                ? File.ReadAllBytes(entry.Path)
                : throw new DicomFormatException("is larger than 2 GiB; split it first");
            var file = DicomFile.Parse(bytes, library);
            var layout = PixelLayout.Of(file.DataSet);
            return new SourceFile(entry, file, layout, FramePixels.Read(file, layout, library, cancellation));
        }
        catch (Exception e) when (e is DicomFormatException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException($"{entry.Name}: {OneLine.Of(e.Message)}", e);
        }
    }

    private static PixelPadding? PaddingOf(DicomDataSet set, PixelLayout layout)
    {
        if (set.Integer(DicomTags.PixelPaddingValue) is not { } value)
        {
            return null;
        }

        // Some writers use the VR of the other sign, so only the 16 bits count.
        int Signed(int number) => layout.IsSigned ? (short)number : (ushort)number;
        var (first, second) = (Signed(value), Signed(set.Integer(DicomTags.PixelPaddingRangeLimit) ?? value));
        return new PixelPadding(Math.Min(first, second), Math.Max(first, second));
    }

    private SourceSlice SliceOf(DicomDataSet set, int frame, ReadOnlyMemory<byte> samples)
    {
        var attributes = FrameAttributes.Of(set, frame);
        var scale = attributes.Find(DicomTags.PixelValueTransformationSequence, DicomTags.RescaleSlope) ?? set;
        var slope = scale.Numbers(DicomTags.RescaleSlope).FirstOrDefault(1);
        var intercept = scale.Numbers(DicomTags.RescaleIntercept).FirstOrDefault(0);
        return new SourceSlice(this, frame, samples, Plane.Of(attributes), slope == 0 ? Rescale.Identity : new Rescale(slope, intercept));
    }
}
