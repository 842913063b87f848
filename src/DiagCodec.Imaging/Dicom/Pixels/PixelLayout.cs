using DiagCodec.Imaging.Dicom.DataSets;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Dicom.Pixels;

/// <summary>How the pixels of an image lie in memory (Image Pixel Module, PS3.3 C.7.6.3), checked: grey, whole numbers, sensible bits.</summary>
internal sealed record PixelLayout(int Columns, int Rows, int Frames, int BitsAllocated, int BitsStored, int HighBit, bool IsSigned, bool LowIsBright)
{
    /// <summary>How far the stored value sits above bit 0.</summary>
    public int Shift => HighBit + 1 - BitsStored;

    public SampleFormat Format => SampleFormats.Of(BitsAllocated / 8, IsSigned);

    public long FrameBytes => (long)Columns * Rows * (BitsAllocated / 8);

    public long Lowest => IsSigned ? -(1L << (BitsStored - 1)) : 0;

    public long Highest => (1L << (IsSigned ? BitsStored - 1 : BitsStored)) - 1;

    /// <exception cref="DicomFormatException">Colour, no image, or bits that make no sense.</exception>
    public static PixelLayout Of(DicomDataSet set)
    {
        RefuseColour(set);
        var allocated = Required(set, DicomTags.BitsAllocated, "Bits Allocated");
        if (set.Contains(DicomTags.FloatPixelData) || set.Contains(DicomTags.DoubleFloatPixelData))
        {
            throw new DicomFormatException("holds floating point pixels, which are not supported; convert it to whole numbers first");
        }

        if (allocated is not (8 or 16 or 32))
        {
            throw new DicomFormatException($"has {allocated} bits allocated per pixel; 8, 16 and 32 are supported, so convert it first");
        }

        var stored = set.Integer(DicomTags.BitsStored) ?? allocated;
        var high = set.Integer(DicomTags.HighBit) ?? stored - 1;
        if (stored < 1 || stored > allocated || high < stored - 1 || high >= allocated)
        {
            throw new DicomFormatException($"contradicts itself: {allocated} bits allocated, {stored} stored, high bit {high}; repair its header");
        }

        var columns = Required(set, DicomTags.Columns, "Columns");
        var rows = Required(set, DicomTags.Rows, "Rows");
        var frames = set.Integer(DicomTags.NumberOfFrames) ?? 1;
        if (columns < 1 || rows < 1 || frames < 1)
        {
            throw new DicomFormatException($"says it has {columns} columns, {rows} rows and {frames} frames; repair its header");
        }

        var layout = new PixelLayout(
            columns,
            rows,
            frames,
            allocated,
            stored,
            high,
            set.Integer(DicomTags.PixelRepresentation) == 1,
            set.Text(DicomTags.PhotometricInterpretation) == "MONOCHROME1");
        return layout.FrameBytes <= Array.MaxLength
            ? layout
            : throw new DicomFormatException($"has frames of {columns}x{rows} pixels, which is more than 2 GiB each");
    }

    private static void RefuseColour(DicomDataSet set)
    {
        var samples = set.Integer(DicomTags.SamplesPerPixel) ?? 1;
        var photometric = set.Text(DicomTags.PhotometricInterpretation);
        if (samples != 1 || !(string.IsNullOrEmpty(photometric) || photometric is "MONOCHROME1" or "MONOCHROME2"))
        {
            throw new DicomFormatException(
                $"is a colour image ({photometric}, {samples} samples per pixel); only grey images are supported, so convert it to MONOCHROME2 first");
        }
    }

    private static int Required(DicomDataSet set, DicomTag tag, string name) =>
        set.Integer(tag) ?? throw new DicomFormatException($"does not say {name} {tag}");
}
