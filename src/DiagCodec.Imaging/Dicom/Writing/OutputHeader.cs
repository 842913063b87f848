using DiagCodec.Imaging.Dicom.DataSets;
using DiagCodec.Imaging.Dicom.Pixels;
using DiagCodec.Imaging.Dicom.Reading;

namespace DiagCodec.Imaging.Dicom.Writing;

/// <summary>Turns the header of a source file into the header of the file that is written for it.</summary>
internal sealed class OutputHeader(DicomWriteOptions options)
{
    public string TransferSyntax => options.Syntax switch
    {
        DicomOutputSyntax.JpegLs => TransferSyntaxes.JpegLsLossless,
        DicomOutputSyntax.Jpeg2000 => TransferSyntaxes.Jpeg2000Lossless,
        _ => TransferSyntaxes.ExplicitLittleEndian,
    };

    /// <summary>Changes <paramref name="set"/> in place.</summary>
    /// <param name="set">The source's data set.</param>
    /// <param name="layout">Where the written bits will lie.</param>
    /// <param name="number">Of the file; stands in for a missing SOP Instance UID.</param>
    /// <param name="range">Lowest and highest stored value of all frames.</param>
    public void Prepare(DicomDataSet set, PixelLayout layout, int number, (int Low, int High) range)
    {
        if (options.Lossy is not null)
        {
            Derivation.Mark(set, options.Lossy, isNewInstance: options.Uids == UidPolicy.New);
            UpdateRange(set, layout, range);
        }

        if (options.Uids == UidPolicy.New)
        {
            Rename(set, DicomTags.SeriesInstanceUid, "series");
            Rename(set, DicomTags.SopInstanceUid, $"file {number}");
            StampCreation(set);
        }

        OverlayPlanes.Remove(set);
        set.SetUnsigned(DicomTags.HighBit, layout.HighBit);
        foreach (var tag in (DicomTag[])[DicomTags.PixelData, DicomTags.ExtendedOffsetTable, DicomTags.ExtendedOffsetTableLengths])
        {
            set.Remove(tag);
        }
    }

    public DicomDataSet MetaFor(DicomDataSet set) => FileMeta.Of(set, TransferSyntax, options.SoftwareVersion);

    private static void UpdateRange(DicomDataSet set, PixelLayout layout, (int Low, int High) range)
    {
        if (layout.BitsAllocated <= 16)
        {
            Replace(set, DicomTags.SmallestImagePixelValue, layout, range.Low);
            Replace(set, DicomTags.LargestImagePixelValue, layout, range.High);
        }

        // Known only when the last slice is there, by which time the first file is written; both are optional (PS3.3 C.7.6.3).
        set.Remove(DicomTags.SmallestPixelValueInSeries);
        set.Remove(DicomTags.LargestPixelValueInSeries);
    }

    private static void Replace(DicomDataSet set, DicomTag tag, PixelLayout layout, int value)
    {
        if (set.Contains(tag))
        {
            set.SetPixelValue(tag, value, layout.IsSigned);
        }
    }

    private void Rename(DicomDataSet set, DicomTag tag, string substitute)
    {
        var old = set.Text(tag);
        set.SetText(tag, Vr.UI, DerivedUid.Of(options.IdentityHash, string.IsNullOrEmpty(old) ? substitute : old));
    }

    private void StampCreation(DicomDataSet set)
    {
        set.Remove(DicomTags.InstanceCreationDate);
        set.Remove(DicomTags.InstanceCreationTime);
        set.Remove(DicomTags.InstanceCreatorUid);
        if (options.CreatedAt is { } now)
        {
            LocalTime.Set(set, DicomTags.InstanceCreationDate, DicomTags.InstanceCreationTime, now);
        }
    }
}
