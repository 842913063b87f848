using System.Globalization;
using DiagCodec.Imaging.Dicom.DataSets;
using DiagCodec.Imaging.Dicom.Reading;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Dicom.Writing;

/// <summary>The header of one slice of a new CT series (CT Image IOD, PS3.3 A.3).</summary>
internal static class NewHeader
{
    public static DicomDataSet Of(Volume volume, NewDicomSeries series, int slice)
    {
        var set = new DicomDataSet();
        AddPatientAndStudy(set, series);
        AddSeries(set, series);
        AddPlane(set, volume, slice);
        AddPixels(set, volume);
        set.SetText(DicomTags.SopInstanceUid, Vr.UI, DerivedUid.Of(series.Seed, Text($"image {slice + 1}")));
        set.SetText(DicomTags.InstanceNumber, Vr.IS, Text($"{slice + 1}"));
        var rescale = volume.RescaleOf(slice);
        set.SetText(DicomTags.RescaleIntercept, Vr.DS, DecimalString.Of(rescale.Intercept));
        set.SetText(DicomTags.RescaleSlope, Vr.DS, DecimalString.Of(rescale.Slope));
        set.SetText(DicomTags.RescaleType, Vr.LO, "HU");
        set.SetText(DicomTags.WindowCenter, Vr.DS, DecimalString.Of(series.WindowCentre));
        set.SetText(DicomTags.WindowWidth, Vr.DS, DecimalString.Of(series.WindowWidth));
        return set;
    }

    private static void AddPatientAndStudy(DicomDataSet set, NewDicomSeries series)
    {
        var date = series.Date.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        foreach (var tag in (DicomTag[])[DicomTags.StudyDate, DicomTags.ContentDate])
        {
            set.SetText(tag, Vr.DA, date);
        }

        foreach (var tag in (DicomTag[])[DicomTags.StudyTime, DicomTags.ContentTime])
        {
            set.SetText(tag, Vr.TM, "120000");
        }

        set.SetText(DicomTags.PatientName, Vr.PN, series.PatientName);
        set.SetText(DicomTags.PatientId, Vr.LO, series.PatientId);
        set.SetText(DicomTags.PatientBirthDate, Vr.DA, string.Empty);
        set.SetText(DicomTags.PatientSex, Vr.CS, series.PatientSex);
        set.SetText(DicomTags.StudyInstanceUid, Vr.UI, DerivedUid.Of(series.Seed, "study"));
        set.SetText(DicomTags.StudyId, Vr.SH, "1");
        set.SetText(DicomTags.AccessionNumber, Vr.SH, string.Empty);
        set.SetText(DicomTags.ReferringPhysicianName, Vr.PN, string.Empty);
        AddIfSaid(set, DicomTags.StudyDescription, Vr.LO, series.StudyDescription);
        AddIfSaid(set, DicomTags.PatientAge, Vr.AS, series.AgeYears is { } age ? Text($"{age:000}Y") : string.Empty);
    }

    private static void AddSeries(DicomDataSet set, NewDicomSeries series)
    {
        set.SetText(DicomTags.SopClassUid, Vr.UI, SopClasses.CtImage);
        set.SetText(DicomTags.ImageType, Vr.CS, ["ORIGINAL", "PRIMARY", "AXIAL"]);
        set.SetText(DicomTags.Modality, Vr.CS, "CT");
        set.SetText(DicomTags.Manufacturer, Vr.LO, "diagcodec");
        set.SetText(DicomTags.ManufacturerModelName, Vr.LO, "synthetic");
        set.SetText(DicomTags.SoftwareVersions, Vr.LO, series.SoftwareVersion);
        set.SetText(DicomTags.SeriesInstanceUid, Vr.UI, DerivedUid.Of(series.Seed, "series"));
        set.SetText(DicomTags.FrameOfReferenceUid, Vr.UI, DerivedUid.Of(series.Seed, "frame of reference"));
        set.SetText(DicomTags.PositionReferenceIndicator, Vr.LO, string.Empty);
        set.SetText(DicomTags.SeriesNumber, Vr.IS, "1");
        set.SetText(DicomTags.AcquisitionNumber, Vr.IS, "1");
        set.SetText(DicomTags.PatientPosition, Vr.CS, "HFS");
        set.SetText(DicomTags.BodyPartExamined, Vr.CS, series.BodyPart);
        set.SetText(DicomTags.Kvp, Vr.DS, series.KiloVolts > 0 ? DecimalString.Of(series.KiloVolts) : string.Empty);
        AddIfSaid(set, DicomTags.SeriesDescription, Vr.LO, series.SeriesDescription);
        AddIfSaid(set, DicomTags.ContrastBolusAgent, Vr.LO, series.ContrastAgent ?? string.Empty);
    }

    private static void AddPlane(DicomDataSet set, Volume volume, int slice)
    {
        var geometry = volume.Geometry ?? throw new ArgumentException("a CT series needs to know where its slices are", nameof(volume));
        var position = geometry.Positions[slice];
        var (row, column) = (geometry.RowDirection, geometry.ColumnDirection);
        set.SetText(DicomTags.ImagePositionPatient, Vr.DS, DecimalString.Of(position.X, position.Y, position.Z));
        set.SetText(DicomTags.ImageOrientationPatient, Vr.DS, DecimalString.Of(row.X, row.Y, row.Z, column.X, column.Y, column.Z));
        set.SetText(DicomTags.PixelSpacing, Vr.DS, DecimalString.Of(geometry.RowSpacing, geometry.ColumnSpacing));
        set.SetText(DicomTags.SliceThickness, Vr.DS, DecimalString.Of(Math.Abs(geometry.SliceSpacing)));
        set.SetText(DicomTags.SliceLocation, Vr.DS, DecimalString.Of(position.Dot(geometry.Normal)));
    }

    private static void AddPixels(DicomDataSet set, Volume volume)
    {
        var allocated = 8 * volume.Format.Bytes();
        var stored = volume.BitsStored is > 0 and var said ? said : allocated;
        set.SetUnsigned(DicomTags.SamplesPerPixel, 1);
        set.SetText(DicomTags.PhotometricInterpretation, Vr.CS, volume.LowIsBright ? "MONOCHROME1" : "MONOCHROME2");
        set.SetUnsigned(DicomTags.Rows, volume.Rows);
        set.SetUnsigned(DicomTags.Columns, volume.Columns);
        set.SetUnsigned(DicomTags.BitsAllocated, allocated);
        set.SetUnsigned(DicomTags.BitsStored, stored);
        set.SetUnsigned(DicomTags.HighBit, stored - 1);
        set.SetUnsigned(DicomTags.PixelRepresentation, volume.Format.IsSigned() ? 1 : 0);
        if (volume.Padding is { } padding)
        {
            set.SetPixelValue(DicomTags.PixelPaddingValue, padding.Low, volume.Format.IsSigned());
            if (padding.High != padding.Low)
            {
                set.SetPixelValue(DicomTags.PixelPaddingRangeLimit, padding.High, volume.Format.IsSigned());
            }
        }
    }

    private static void AddIfSaid(DicomDataSet set, DicomTag tag, Vr vr, string value)
    {
        if (value.Length > 0)
        {
            set.SetText(tag, vr, value);
        }
    }

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
